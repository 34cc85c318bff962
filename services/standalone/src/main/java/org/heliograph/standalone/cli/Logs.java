package org.heliograph.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.StackException;

/** The log of a component, as far as it goes or for as long as it grows. */
record Logs(Component component, boolean follow) {

    int run() throws IOException, InterruptedException {
        Path log = Place.state().log(component);
        if (!Files.exists(log)) {
            throw new StackException(component.id() + " has not logged anything in " + Place.folder());
        }
        try (InputStream lines = Files.newInputStream(log)) {
            lines.transferTo(System.out);
            System.out.flush();
            while (follow) {
                Thread.sleep(200);
                lines.transferTo(System.out);
                System.out.flush();
            }
        }
        return 0;
    }
}
