package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** For people, or for scripts. */
enum Format {
    TEXT,
    JSON;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    void print(PrintWriter out, Object answer) {
        out.println(MAPPER.writeValueAsString(answer));
        out.flush();
    }
}
