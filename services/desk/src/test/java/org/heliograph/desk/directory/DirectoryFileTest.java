package org.heliograph.desk.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.heliograph.events.RequestKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryFileTest {

    private static final String GOOD = """
            authorities:
              - party: xb
                name: Ship Registry
                kinds: [VESSEL_REGISTRY_BOARDING]
                zone: Etc/GMT-2
                hours: { days: [MONDAY], from: "08:00", to: "16:00" }
                mailbox: registry@ships.xb.example
                phone: "+999 2 200"
            """;

    @TempDir
    private Path folder;

    @Test
    void readsTheDeployedFile() {
        List<DesignatedAuthority> deployed = DirectoryFile.read(Path.of("../../deploy/directory.yaml"));

        assertThat(deployed)
                .filteredOn(authority -> authority.kinds().contains(RequestKind.VESSEL_REGISTRY_BOARDING))
                .extracting(DesignatedAuthority::party)
                .containsExactly("xa", "xb");
    }

    @Test
    void tellsWhenSomebodyIsThereByTheClockOfTheAuthority() throws IOException {
        DesignatedAuthority authority = read(GOOD).getFirst();

        assertThat(authority.open(Instant.parse("2026-11-30T06:00:00Z"))).isTrue();
        assertThat(authority.open(Instant.parse("2026-11-30T05:59:59Z"))).isFalse();
        assertThat(authority.open(Instant.parse("2026-11-30T14:00:00Z"))).isFalse();
        assertThat(authority.open(Instant.parse("2026-12-01T10:00:00Z"))).isFalse();
        DesignatedAuthority always = read(GOOD.replaceAll("    hours:.*\n", "")).getFirst();
        assertThat(always.open(Instant.parse("2026-12-01T02:00:00Z"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "registry@ships.xb.example, anna.example@ships.xb.example, mailbox",
        "party: xb, party: State XB, party",
        "Ship Registry, ' ', name",
        "VESSEL_REGISTRY_BOARDING, UNKNOWN, kinds",
        "VESSEL_REGISTRY_BOARDING, VESSELS, kinds",
        "Etc/GMT-2, Nowhere, zone",
        "08:00, 17:00, hours",
        "+999 2 200, 2 200, phone",
        "phone:, telephone:, telephone",
    })
    void namesTheFileTheEntryAndWhatIsWrong(String good, String bad, String named) {
        assertThat(GOOD).contains(good);

        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("directory.yaml")
                .hasMessageContaining(named);
    }

    @Test
    void stopsWhereThereIsNoFileOrNoYaml() {
        assertThatThrownBy(() -> DirectoryFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("heliograph.directory.file", "none.yaml");
        assertThatThrownBy(() -> read("authorities: [ {"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected readable YAML");
    }

    private List<DesignatedAuthority> read(String text) throws IOException {
        return DirectoryFile.read(Files.writeString(folder.resolve("directory.yaml"), text));
    }
}
