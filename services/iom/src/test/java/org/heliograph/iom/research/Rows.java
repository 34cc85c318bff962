package org.heliograph.iom.research;

import java.util.HashMap;
import java.util.Map;

/** Rows for tests, all of them invented. */
final class Rows {

    private Rows() {}

    static Map<String, String> sound() {
        return new HashMap<>(Map.ofEntries(
                Map.entry(RawRow.ID, "2019.INVENTED1"),
                Map.entry(RawRow.DATE, "2019-05-17"),
                Map.entry(RawRow.REGION, "Invented Sea"),
                Map.entry(RawRow.ROUTE, "Invented Strait"),
                Map.entry(RawRow.DEAD, "3"),
                Map.entry(RawRow.MISSING, ""),
                Map.entry(RawRow.TOTAL, "3"),
                Map.entry(RawRow.SURVIVORS, "12"),
                Map.entry(RawRow.WOMEN, "1"),
                Map.entry(RawRow.MEN, "2"),
                Map.entry(RawRow.CHILDREN, ""),
                Map.entry(RawRow.COORDINATES, "35.5, -12.25")));
    }

    static RawRow with(String field, String text) {
        Map<String, String> fields = sound();
        fields.put(field, text);
        return new RawRow(1, fields);
    }
}
