package org.heliograph.standalone;

import java.nio.file.Path;
import java.util.Map;

/** Runs what is not Heliograph's own: the same programs with the same settings, as processes or in containers. */
interface Programs {

    ChildProcess broker(Component broker, Path config, String heap);

    ChildProcess registry(Path config, String heap);

    /**
     * A database server, whose data are made if there are none.
     *
     * @param settings by name
     */
    ChildProcess postgres(Path data, Map<String, String> settings);
}
