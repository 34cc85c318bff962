package org.heliograph.research;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A made file in the form in which the Missing Migrants data comes; every row in it is invented. The years are ones of
 * which there is no real data, so that tests keep apart.
 */
final class InventedFile {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Map<String, String>> rows = new ArrayList<>();
    private final String prefix;

    InventedFile(String prefix) {
        this.prefix = prefix;
    }

    /** Two records at the edges of the month, so that it is covered, and as many dead in all. */
    InventedFile month(YearMonth month, String route, int dead) {
        row(month.atDay(1).toString(), route, dead - 1);
        row(month.atEndOfMonth().toString(), route, 1);
        return this;
    }

    InventedFile row(String date, String route, int dead) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("web_id", prefix + "." + rows.size());
        row.put("region", "Invented Sea");
        row.put("reported_date", date);
        row.put("number_dead", Integer.toString(dead));
        row.put("number_missing", "");
        row.put("total_dead_and_missing", Integer.toString(dead));
        row.put("location_description", "An invented description that must never leave");
        row.put("location_coodinates", "1.5, -2.25");
        row.put("migration_route", route);
        rows.add(row);
        return this;
    }

    InventedFile change(int row, UnaryOperator<Map<String, String>> change) {
        rows.set(row, change.apply(rows.get(row)));
        return this;
    }

    Path write(Path folder, String name) throws IOException {
        return Files.writeString(folder.resolve(name), JSON.writeValueAsString(rows));
    }
}
