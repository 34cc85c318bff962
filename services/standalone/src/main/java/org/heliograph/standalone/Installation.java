package org.heliograph.standalone;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a build leaves behind to run from: libraries, applications, the registry, and the policy of the source tree.
 *
 * @param home the module's build folder
 */
record Installation(Path home) {

    static Installation ofThisBuild() {
        String given = System.getProperty("heliograph.home");
        if (given != null) {
            return new Installation(Path.of(given).toAbsolutePath().normalize());
        }
        try {
            Path code = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Installation(code.resolveSibling("").toAbsolutePath());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the code's own location is not a path", e);
        }
    }

    Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** This module's own jar is for its resources, such as the broker's logging. */
    String classPath() {
        return home.resolve("lib") + "/*:" + home + "/*";
    }

    Path application(String name) {
        return existing(home.resolve("apps").resolve(name).resolve(name + ".jar"));
    }

    /** The loaded classes of a program. A file of the build: those of another build are of no use. */
    Path archive(String program) {
        return home.resolve(program + ".jsa");
    }

    Path registry() {
        return existing(home.resolve("registry").resolve("quarkus-run.jar"));
    }

    /** Of the source tree, unless {@code heliograph.policy} names another folder. */
    Path policy() {
        String given = System.getProperty("heliograph.policy");
        if (given != null) {
            return existing(Path.of(given).toAbsolutePath().normalize());
        }
        return existing(home.resolve("../../../deploy/policy").normalize());
    }

    /** Designated authorities, of the source tree. */
    Path directory() {
        return existing(home.resolve("../../../deploy/directory.yaml").normalize());
    }

    /** Programs and examples of the client kits, of the source tree. */
    Path clientKits() {
        return existing(home.resolve("../../../deploy/client-kits").normalize());
    }

    Path postgres() {
        return home.resolve("postgres");
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new StackException("not built: " + path + " is missing; run ./heliograph up or mvn package");
        }
        return path;
    }
}
