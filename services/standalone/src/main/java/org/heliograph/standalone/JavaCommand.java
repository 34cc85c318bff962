package org.heliograph.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Command line of a Java process of the stack, run by the JDK that runs the supervisor. */
final class JavaCommand {

    /** A four-byte body must not be able to claim a hundred million items. */
    private static final Map<String, String> AVRO_LIMITS = Map.of(
            "org.apache.avro.limits.collectionItems.maxLength", "10000",
            "org.apache.avro.limits.bytes.maxLength", "1048576",
            "org.apache.avro.limits.string.maxLength", "262144");

    private final Path java;
    private final String marker;
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> properties = new TreeMap<>(AVRO_LIMITS);
    private @Nullable List<String> program;

    JavaCommand(Site site, Component component) {
        this.java = site.installation().java();
        this.marker =
                "-Dheliograph.component=" + component.id() + "@" + site.state().root();
        options.add("-XX:+UseSerialGC");
        options.add("-XX:+ExitOnOutOfMemoryError");
        options.add("-Xshare:auto");
        // For the library that computes signatures.
        options.add("--enable-native-access=ALL-UNNAMED");
    }

    JavaCommand heap(String most) {
        options.add("-Xmx" + most);
        return this;
    }

    /** With the compiler that fits it, unless {@link Compiler#SWITCH} says otherwise. */
    JavaCommand compiler(Compiler fitting) {
        if (Compiler.chosen(fitting) == Compiler.QUICK) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        return this;
    }

    /**
     * Where classes lie as they were loaded. The first process of its kind writes them when it ends in peace, which
     * takes it some seconds; the next ones map them and start with about half the work. Written anew for other jars and
     * another JDK, left aside if it is broken.
     */
    JavaCommand archive(Path file) {
        options.add("-XX:+AutoCreateSharedArchive");
        options.add("-XX:SharedArchiveFile=" + file);
        // It names each class that it leaves out, and calls it an error if the file is just being written.
        options.add("-Xlog:cds=off");
        return this;
    }

    JavaCommand property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    JavaCommand main(String classPath, String mainClass, String... arguments) {
        program = new ArrayList<>(List.of("-cp", classPath, mainClass));
        program.addAll(List.of(arguments));
        return this;
    }

    JavaCommand jar(Path jar, String... arguments) {
        program = new ArrayList<>(List.of("-jar", jar.toString()));
        program.addAll(List.of(arguments));
        return this;
    }

    ChildProcess start(Path log) {
        List<String> command = new ArrayList<>(List.of(java.toString(), marker));
        command.addAll(options);
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(Objects.requireNonNull(program, "neither main nor jar was called"));
        return ChildProcess.start(command, marker, log);
    }
}
