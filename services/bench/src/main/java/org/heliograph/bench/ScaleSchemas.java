package org.heliograph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.heliograph.events.AlertRoute;
import org.heliograph.exchange.wire.EventSchemas;
import tools.jackson.databind.json.JsonMapper;

/** Records for made-up events, as Avro would generate them: control planes take schemas from classes alone. */
final class ScaleSchemas {

    private static final JsonMapper JSON = new JsonMapper();

    private ScaleSchemas() {}

    /** Compiles them into a folder that operations can have on its class path. */
    static Path compile(Path folder, int events) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        for (int event = 1; event <= events; event++) {
            String name = ScalePolicy.schema(event);
            Path source = sources.resolve(name + ".java");
            Files.writeString(source, source(name));
            arguments.add(source.toString());
        }
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException("the made-up events do not compile");
        }
        return classes;
    }

    private static String source(String name) {
        String schema = EventSchemas.of(AlertRoute.class).toString().replace("\"AlertRoute\"", "\"" + name + "\"");
        return """
                package org.heliograph.events;

                public class %1$s extends org.apache.avro.specific.SpecificRecordBase {

                    public static final org.apache.avro.Schema SCHEMA$ =
                            new org.apache.avro.Schema.Parser().parse(%2$s);

                    @Override
                    public org.apache.avro.Schema getSchema() {
                        return SCHEMA$;
                    }

                    @Override
                    public Object get(int field) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public void put(int field, Object value) {
                        throw new UnsupportedOperationException();
                    }
                }
                """.formatted(name, JSON.writeValueAsString(schema));
    }
}
