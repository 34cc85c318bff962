package org.heliograph.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heliograph.exchange.audit.ChainCheck;
import org.heliograph.exchange.audit.ChainHead;
import org.heliograph.exchange.audit.ChainProblem;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks the chains of the whole audit, and keeps nothing of it but their heads. */
final class AuditVerification {

    /** Of an audit that is wrong throughout, more lines say no more. */
    private static final int SHOWN = 1000;

    private static final JsonMapper JSON = new JsonMapper();

    private final PrintWriter out;
    private final Stack stack;
    private final Format format;
    private final List<ChainProblem> shown = new ArrayList<>();
    private long problems;

    AuditVerification(PrintWriter out, Stack stack, Format format) {
        this.out = out;
        this.stack = stack;
        this.format = format;
    }

    /** @param heads what an earlier verification printed as JSON */
    int against(@Nullable Path heads) {
        AuditTopic audit = new AuditTopic(stack);
        ChainCheck check = new ChainCheck(audit.schemas(), heads == null ? Map.of() : heads(heads), this::take);
        audit.each(link -> check.take(link.partition(), link.offset(), link.value()));
        check.finish();
        if (format == Format.JSON) {
            json(check);
        } else {
            text(check);
        }
        return problems == 0 ? 0 : 1;
    }

    private void take(ChainProblem problem) {
        problems++;
        if (shown.size() < SHOWN) {
            shown.add(problem);
        }
    }

    private void json(ChainCheck check) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("records", check.records());
        answer.put("chains", check.heads());
        answer.put("problemsFound", problems);
        answer.put("problems", shown);
        format.print(out, answer);
    }

    private void text(ChainCheck check) {
        shown.forEach(out::println);
        if (problems > shown.size()) {
            out.println("and %d more".formatted(problems - shown.size()));
        }
        out.println("Read %d records of %d chains, whose last links are"
                .formatted(check.records(), check.heads().size()));
        check.heads()
                .forEach((chain, head) -> out.println("  %-32s %8d  %s".formatted(chain, head.link(), head.hash())));
        out.println(problems == 0 ? "The audit is whole." : "The audit is not whole: %d problems.".formatted(problems));
        out.flush();
    }

    private static Map<String, ChainHead> heads(Path file) {
        Map<String, ChainHead> heads = new TreeMap<>();
        try {
            JsonNode chains = JSON.readTree(Files.readString(file)).required("chains");
            chains.properties()
                    .forEach(chain -> heads.put(
                            chain.getKey(),
                            new ChainHead(
                                    chain.getValue().required("link").longValue(),
                                    chain.getValue().required("hash").stringValue())));
        } catch (IOException | JacksonException e) {
            throw new StackException(
                    "--heads: found no such answer in %s, expected what audit verify --format json printed"
                            .formatted(file),
                    e);
        }
        return heads;
    }
}
