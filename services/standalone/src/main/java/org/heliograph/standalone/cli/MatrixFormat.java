package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How the access matrix is written. */
enum MatrixFormat {
    TABLE {
        @Override
        void print(PrintWriter out, JsonNode matrix) {
            List<String> columns = columns(matrix);
            int first = matrix.path("rows").propertyNames().stream()
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            StringBuilder head = new StringBuilder(" ".repeat(first));
            columns.forEach(column -> head.append("  ").append(column));
            out.println(head);
            matrix.path("rows").properties().forEach(row -> {
                StringBuilder line = new StringBuilder(
                        row.getKey() + " ".repeat(first - row.getKey().length()));
                columns.forEach(column -> {
                    String letters = row.getValue().path(column).asString("-");
                    line.append("  ")
                            .append(letters)
                            .append(" ".repeat(Math.max(0, column.length() - letters.length())));
                });
                out.println(line.toString().stripTrailing());
            });
            out.println();
            out.println("P publishes; R receives unnamed, or reads what is public; A receives when named;"
                    + " W submits, and gets what is let out; D gets counts; M, own its own rows by REST; - none.");
        }
    },
    JSON {
        @Override
        void print(PrintWriter out, JsonNode matrix) {
            Format.JSON.print(out, matrix);
        }
    },
    HTML {
        @Override
        void print(PrintWriter out, JsonNode matrix) {
            List<String> columns = columns(matrix);
            out.println("<!DOCTYPE html>");
            out.println("<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Access matrix</title></head><body>");
            out.println(
                    "<table><caption>Version " + escaped(matrix.path("version").asString("")) + "</caption>");
            out.println("<thead><tr><th scope=\"col\">Event</th>" + cells(columns, "th scope=\"col\"", "th")
                    + "</tr></thead><tbody>");
            matrix.path("rows")
                    .properties()
                    .forEach(row -> out.println("<tr><th scope=\"row\">" + escaped(row.getKey())
                            + "</th>"
                            + cells(
                                    columns.stream()
                                            .map(column ->
                                                    row.getValue().path(column).asString("-"))
                                            .toList(),
                                    "td",
                                    "td")
                            + "</tr>"));
            out.println("</tbody></table></body></html>");
        }
    };

    abstract void print(PrintWriter out, JsonNode matrix);

    private static List<String> columns(JsonNode matrix) {
        List<String> columns = new ArrayList<>();
        matrix.path("columns").forEach(column -> columns.add(column.asString("")));
        return columns;
    }

    private static String cells(List<String> all, String begin, String end) {
        StringBuilder cells = new StringBuilder();
        all.forEach(cell -> cells.append("<%s>%s</%s>".formatted(begin, escaped(cell), end)));
        return cells.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
