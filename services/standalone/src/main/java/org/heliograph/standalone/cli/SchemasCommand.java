package org.heliograph.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.heliograph.events.validation.Catalogue;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.heliograph.standalone.schemas.SchemaCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Schemas of events, before they change. */
@Command(
        name = "schemas",
        description = "Says what a changed schema does to those who read the event.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = PolicyCommand.USAGE)
final class SchemasCommand implements Runnable {

    /** As for a plan: something is to be thought about. */
    private static final int BREAKS = 2;

    private final PrintWriter out;

    SchemasCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void run() {
        throw new StackException("which one? ./heliograph schemas --help lists the commands");
    }

    @Command(
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = {
                "Compares schemas with those in force: whose readers would break, where, and which groups still have"
                        + " records to read that may be of the schema in force. Changes nothing.",
                "Exit code 0 if no reader breaks, 2 if one does, 1 if it cannot be said."
            })
    int check(
            @Parameters(
                            arity = "0..*",
                            paramLabel = "FILE.avsc",
                            description = "Whole schemas of events; unless given, those of this build.")
                    @Nullable
                    List<Path> files,
            @Option(names = "--format", defaultValue = "TEXT", description = "text or json.") Format format) {
        SortedMap<String, Schema> schemas = files == null ? ofThisBuild() : read(files);
        Stack stack = Place.embedded("schemas check");
        try (OperationsDesk desk = new OperationsDesk(stack, PolicyCommand.PROPOSER)) {
            List<SchemaCheck.Finding> findings = new SchemaCheck(desk.policyInForce()).of(schemas);
            JsonNode lag = desk.get("/api/lag");
            SchemasText text = new SchemasText(out, lag);
            if (format == Format.JSON) {
                format.print(out, text.report(findings));
            } else {
                text.print(findings);
            }
            return findings.stream().anyMatch(SchemaCheck.Finding::breaks) ? BREAKS : 0;
        }
    }

    private static SortedMap<String, Schema> ofThisBuild() {
        SortedMap<String, Schema> schemas = new TreeMap<>();
        Catalogue.events().values().forEach(type -> {
            Schema schema = EventSchemas.of(type);
            schemas.put(schema.getFullName(), schema);
        });
        return schemas;
    }

    private static SortedMap<String, Schema> read(List<Path> files) {
        SortedMap<String, Schema> schemas = new TreeMap<>();
        for (Path file : files) {
            try {
                Schema schema = EventSchemas.plain(new Schema.Parser().parse(file.toFile()));
                schemas.put(schema.getFullName(), schema);
            } catch (IOException | AvroRuntimeException e) {
                throw new StackException("%s cannot be read as an Avro schema: %s".formatted(file, e.getMessage()), e);
            }
        }
        return schemas;
    }
}
