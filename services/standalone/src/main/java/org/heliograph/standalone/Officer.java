package org.heliograph.standalone;

import java.util.List;
import java.util.stream.Stream;

/** A demo user: a function, never a person. */
public record Officer(String username, String party, String role) {

    static Officer of(String party) {
        return new Officer(party + "-duty-officer", party, "officer");
    }

    boolean isOperator() {
        return "operator".equals(role);
    }

    /** One who changes the policy, and one who has to agree where access widens. */
    static List<Officer> operators() {
        return Stream.of("duty-operator", "second-operator")
                .map(name -> new Officer(name, "operations", "operator"))
                .toList();
    }
}
