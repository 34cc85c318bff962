package org.heliograph.operations.catalogue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The JSON Schema that the AsyncAPI initiative publishes for its documents, from its npm package. */
final class AsyncApiSchema {

    private static final String PACKAGE = "@asyncapi/specs";
    private static final String VERSION = "6.11.1";
    private static final Path FOLDER = Path.of("target", "npm").toAbsolutePath();

    private final Schema schema;

    private AsyncApiSchema(Path file) throws IOException {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(file), InputFormat.JSON);
    }

    /** Empty where there is no npm, or it reaches no registry. */
    static Optional<AsyncApiSchema> installed() {
        Path file = FOLDER.resolve("node_modules/" + PACKAGE + "/schemas/3.0.0-without-$id.json");
        try {
            if (!Files.exists(file)) {
                install();
            }
            return Files.exists(file) ? Optional.of(new AsyncApiSchema(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> problems(JsonNode document) {
        return schema.validate(document).stream().map(Object::toString).toList();
    }

    private static void install() throws IOException {
        Files.createDirectories(FOLDER);
        try {
            Process npm = new ProcessBuilder(
                            "npm",
                            "install",
                            "--no-save",
                            "--no-audit",
                            "--no-fund",
                            "--prefer-offline",
                            "--fetch-retries=0",
                            PACKAGE + "@" + VERSION)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("npm.log").toFile())
                    .start();
            if (!npm.waitFor(2, TimeUnit.MINUTES)) {
                npm.destroyForcibly();
            }
        } catch (IOException noNpm) {
            // Told by the test that is then skipped.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
