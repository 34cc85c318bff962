package org.heliograph.desk.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What is wanted of a list. A wish that nobody has is no part of the text of the query, so that the database sees which
 * index fits the others. For one query, on one thread.
 */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** One that always holds. */
    public Conditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    /**
     * One that holds if its value is given.
     *
     * @param condition names the parameter, after a colon
     * @param value of the parameter, an enum by its name; null wants any
     */
    public Conditions and(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(parameter, value instanceof Enum<?> word ? word.name() : value);
        }
        return this;
    }

    /** Begins with a space and ends with one; a space if everything is wanted. */
    public String where() {
        return conditions.isEmpty() ? " " : " where " + String.join(" and ", conditions) + " ";
    }

    /** Gives the statement the values. */
    public StatementSpec bind(StatementSpec statement) {
        return statement.params(values);
    }
}
