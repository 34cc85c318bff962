package org.heliograph.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** The commands of the kit. */
public final class Kit {

    private static final String HELP =
            """
            java -jar target/heliograph-kit.jar COMMAND
              consume [--topic TOPIC]... [--group NAME]   reads all topics that the principal may read, or these
              publish PATH FILE.json [--key KEY]          sends the file to the party's service; a cooperation request
                                                          sent again with the same key is submitted once
              decode                                      decodes lines of standard input: a value in base64, a space,
                                                          its signature""";

    private Kit() {}

    public static void main(String[] arguments) throws Exception {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        try {
            run(List.of(arguments));
        } catch (KitException e) {
            System.err.println(e.getMessage());
            // Hooks would wait for this thread.
            Runtime.getRuntime().halt(e.code());
        }
    }

    /** One line for programs. */
    static void tell(String kind, ObjectNode record) {
        ObjectNode line = Settings.JSON.createObjectNode().put("kind", kind);
        line.setAll(record);
        System.out.println(line);
    }

    private static void run(List<String> arguments) throws IOException, InterruptedException {
        Settings settings = Settings.read();
        switch (arguments.isEmpty() ? "" : arguments.get(0)) {
            case "consume" -> consume(settings, arguments.subList(1, arguments.size()));
            case "publish" -> {
                boolean keyed = arguments.size() == 5 && arguments.get(3).equals("--key");
                if (arguments.size() != 3 && !keyed) {
                    throw new KitException(HELP);
                }
                String key = keyed ? arguments.get(4) : UUID.randomUUID().toString();
                new Publish(settings).run(arguments.get(1), Path.of(arguments.get(2)), key);
            }
            case "decode" -> decode(settings);
            default -> throw new KitException(HELP);
        }
    }

    private static void consume(Settings settings, List<String> options) throws IOException {
        String group = "kit";
        List<String> topics = new ArrayList<>();
        for (Iterator<String> option = options.iterator(); option.hasNext(); ) {
            String name = option.next();
            if (!option.hasNext()) {
                throw new KitException(HELP);
            }
            switch (name) {
                case "--topic" -> topics.add(option.next());
                case "--group" -> group = option.next();
                default -> throw new KitException(HELP);
            }
        }
        new Consume(settings, group, topics).run();
    }

    /** Values in base64, one a line, each with its signature; without a broker, for a look at single records. */
    private static void decode(Settings settings) throws IOException {
        Schemas schemas = new Schemas(settings, new Tokens(settings, "registry"));
        Signatures signatures = new Signatures(new Keys(settings, new Tokens(settings, "operations")));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] parts = line.strip().split(" ");
            ObjectNode shown = Settings.JSON.createObjectNode();
            try {
                Event event = Event.of(Base64.getDecoder().decode(parts[0]), schemas);
                shown.put("signedBy", signatures.verify(event, parts.length > 1 ? parts[1] : null));
                shown.set("value", event.value());
            } catch (NotGoodException e) {
                shown.put("refused", e.getMessage());
            }
            System.out.println(shown);
        }
    }
}
