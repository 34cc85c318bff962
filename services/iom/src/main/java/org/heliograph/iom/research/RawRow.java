package org.heliograph.iom.research;

import java.util.Map;
import java.util.Set;

/**
 * A row as it stands in the file, with only the fields that are needed: descriptions, sources and addresses are never
 * kept.
 *
 * @param number from 1, in the order of the file
 */
record RawRow(long number, Map<String, String> fields) {

    static final String ID = "web_id";
    static final String DATE = "reported_date";
    static final String REGION = "region";
    static final String ROUTE = "migration_route";
    static final String DEAD = "number_dead";
    static final String MISSING = "number_missing";
    static final String TOTAL = "total_dead_and_missing";
    static final String SURVIVORS = "number_of_survivors";
    static final String WOMEN = "number_of_female";
    static final String MEN = "number_of_male";
    static final String CHILDREN = "number_of_children";
    /** Spelt as the publisher spells it. */
    static final String COORDINATES = "location_coodinates";

    static final Set<String> KNOWN =
            Set.of(ID, DATE, REGION, ROUTE, DEAD, MISSING, TOTAL, SURVIVORS, WOMEN, MEN, CHILDREN, COORDINATES);

    RawRow {
        fields = Map.copyOf(fields);
    }

    /** The text without space around it; empty if there is none. */
    String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }
}
