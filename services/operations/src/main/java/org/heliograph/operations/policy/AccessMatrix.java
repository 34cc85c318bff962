package org.heliograph.operations.policy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.sharing.policy.Matrix;
import org.heliograph.sharing.policy.Policy;

/**
 * The access matrix as it is in effect, for people and scripts.
 *
 * @param columns ids of the parties, and the public
 * @param rows letters by event, or variant of it, and there by column
 */
public record AccessMatrix(String version, List<String> columns, SortedMap<String, SortedMap<String, String>> rows) {

    static AccessMatrix of(Policy policy) {
        Matrix matrix = policy.matrix();
        SortedMap<String, SortedMap<String, String>> rows = new TreeMap<>();
        for (Matrix.Row row : matrix.rows()) {
            SortedMap<String, String> letters = new TreeMap<>();
            matrix.columns().forEach(column -> letters.put(column, letters(row, column)));
            rows.put(row.title(), letters);
        }
        return new AccessMatrix(policy.version(), matrix.columns(), rows);
    }

    static String letters(Matrix.Row row, String column) {
        return row.cell(column).text();
    }
}
