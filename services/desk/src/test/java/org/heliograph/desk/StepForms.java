package org.heliograph.desk;

import java.util.HashMap;
import java.util.Map;

/** What a browser sends when an officer takes a step. */
final class StepForms {

    private StepForms() {}

    static String step(String requestId, String act) {
        return "/desk/requests/" + requestId + "/" + act;
    }

    /** By UNODC's own officer, or to it. */
    static Map<String, String> at(int version) {
        return Map.of("addressee", "unodc", "version", Integer.toString(version));
    }

    static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }
}
