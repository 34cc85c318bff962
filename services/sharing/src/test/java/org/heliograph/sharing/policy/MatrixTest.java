package org.heliograph.sharing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.policyfiles.PolicyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixTest {

    private static final Path AGREED = Path.of("src/test/resources/access-matrix.txt");
    private static final int CELLS = 8;
    private static final List<List<String>> COLUMNS = List.of(
            List.of("iom"),
            List.of("iom-field-east"),
            List.of("unodc"),
            List.of("unodc-field-south"),
            List.of("xa"),
            List.of("xb", "xc"),
            List.of("research"),
            List.of("public"));
    private static final List<List<String>> PROTECTION_COLUMNS = List.of(
            List.of("iom-protection"),
            List.of(),
            List.of(),
            List.of("unodc-field-south-referrals"),
            List.of("xa-protection"),
            List.of(),
            List.of(),
            List.of());

    @TempDir
    private Path folder;

    private final Matrix matrix = PolicyCompiler.compile(PolicyFiles.DEPLOYED).matrix();

    @Test
    void isTheAgreedMatrixCellByCell() throws IOException {
        Map<String, String> agreed = cells(agreed());

        assertThat(cells(matrix, agreed)).isEqualTo(agreed);
    }

    @Test
    void hasNoRowThatWasNotAgreed() throws IOException {
        assertThat(matrix.rows().stream().map(Matrix.Row::title))
                .containsExactlyInAnyOrderElementsOf(
                        agreed().stream().flatMap(row -> row.titles().stream()).toList());
    }

    @Test
    void givesClientsAndProtectionPartiesNothingButWhatIsSaidHere() {
        assertThat(having("xa-coastguard"))
                .containsExactlyEntriesOf(new TreeMap<>(Map.of(
                        "alert.route GREEN", "A",
                        "alert.route AMBER", "A",
                        "maritime.distress", "A",
                        "control.handling", "A")));
        assertThat(having("iom-protection"))
                .containsExactlyEntriesOf(new TreeMap<>(Map.of("protection.referral", "A", "protection.status", "P")));
        assertThat(having("xa-protection"))
                .containsExactlyEntriesOf(new TreeMap<>(Map.of("protection.referral", "W", "protection.status", "A")));
        assertThat(having("unodc-field-south-referrals")).isEqualTo(having("xa-protection"));
    }

    @Test
    void hasAColumnForEachPartyAndThePublicLast() {
        assertThat(matrix.columns()).contains("xa-coastguard", "iom-protection", "research");
        assertThat(matrix.columns().getLast()).isEqualTo("public");
        assertThat(matrix.rows())
                .allSatisfy(
                        row -> assertThat(row.cells().keySet()).containsExactlyInAnyOrderElementsOf(matrix.columns()));
    }

    @Test
    void leavesOutWhatHasNoEffectForAPartyThatIsNarrowerThanItsRole() {
        Policy narrow = PolicyCompiler.compile(new PolicyFiles(folder)
                .change("parties.yaml", Map.of("parties", Map.of("xc", Map.of("clearance", "GREEN"))))
                .folder());

        assertThat(cell(narrow.matrix(), "incident.report", "xc")).isEqualTo("-");
        assertThat(cell(narrow.matrix(), "alert.route GREEN", "xc")).isEqualTo("R");
        assertThat(cell(narrow.matrix(), "incident.report", "xb")).isEqualTo("A");
    }

    @Test
    void leavesOutEveryLetterOfASuspendedPartyAndOfItsClients() {
        Policy suspended = PolicyCompiler.compile(new PolicyFiles(folder)
                .change("parties.yaml", Map.of("parties", Map.of("xa", Map.of("suspended", true))))
                .folder());

        assertThat(suspended.suspendedParties()).containsExactly("xa", "xa-coastguard");
        assertThat(suspended.matrix().rows()).allSatisfy(row -> {
            assertThat(row.cell("xa")).isEqualTo(Access.NONE);
            assertThat(row.cell("xa-coastguard")).isEqualTo(Access.NONE);
        });
        assertThat(cell(suspended.matrix(), "protection.status", "xa-protection"))
                .isEqualTo("A");
    }

    private SortedMap<String, String> having(String party) {
        SortedMap<String, String> having = new TreeMap<>();
        matrix.rows().stream()
                .filter(row -> !row.cell(party).equals(Access.NONE))
                .forEach(row -> having.put(row.title(), row.cell(party).text()));
        return having;
    }

    private static Map<String, String> cells(Matrix matrix, Map<String, String> agreed) {
        SortedMap<String, String> cells = new TreeMap<>();
        agreed.keySet().forEach(place -> {
            String[] parts = place.split(" / ", -1);
            cells.put(place, cell(matrix, parts[0], parts[1]));
        });
        return cells;
    }

    private static String cell(Matrix matrix, String title, String party) {
        return matrix.row(title).map(row -> row.cell(party).text()).orElse("no such row");
    }

    /** Each cell by row and party, for example {@code incident.report / xa}. */
    private static Map<String, String> cells(List<Agreed> rows) {
        SortedMap<String, String> cells = new TreeMap<>();
        for (Agreed row : rows) {
            for (String title : row.titles()) {
                for (int column = 0; column < CELLS; column++) {
                    String text = written(row.cells().get(column));
                    row.columns().get(column).forEach(party -> cells.put(title + " / " + party, text));
                }
            }
        }
        return cells;
    }

    /** As the policy writes it: qualifiers behind their letter without brackets, blanks only where they are needed. */
    private static String written(String cell) {
        String text =
                cell.replace("(own caseload)", "caseload").replace("(", " ").replace(")", "");
        return Access.of(text).text();
    }

    private static List<Agreed> agreed() throws IOException {
        List<Agreed> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(AGREED).stream()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .toList();
        for (String line : lines) {
            List<String> parts =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            boolean several = parts.size() > CELLS + 1;
            List<String> titles = several ? List.of(parts.getLast().split(", ", -1)) : List.of(parts.getFirst());
            boolean protection = parts.getFirst().contains("protection parties only");
            rows.add(new Agreed(titles, parts.subList(1, CELLS + 1), protection ? PROTECTION_COLUMNS : COLUMNS));
        }
        assertThat(rows).isNotEmpty();
        return rows;
    }

    /** A row as it was agreed: the rows of the policy that it stands for, and the parties behind its columns. */
    private record Agreed(List<String> titles, List<String> cells, List<List<String>> columns) {}
}
