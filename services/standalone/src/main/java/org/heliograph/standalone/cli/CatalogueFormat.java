package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import org.heliograph.standalone.OperationsDesk;

/** How the catalogue of a party is written. */
enum CatalogueFormat {
    JSON {
        @Override
        void print(PrintWriter out, OperationsDesk desk, String path) {
            Format.JSON.print(out, desk.get(path));
        }
    },
    HTML {
        @Override
        void print(PrintWriter out, OperationsDesk desk, String path) {
            // What was refused is told in JSON alone.
            desk.get(path);
            out.println(desk.page(path));
            out.flush();
        }
    };

    abstract void print(PrintWriter out, OperationsDesk desk, String path);
}
