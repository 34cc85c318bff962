package org.heliograph.standalone;

/** A demo user: a function, never a person. */
public record Officer(String username, String party, String role) {

    static Officer of(String party) {
        return new Officer(party + "-duty-officer", party, "officer");
    }

    static Officer operator() {
        return new Officer("duty-operator", "operations", "operator");
    }
}
