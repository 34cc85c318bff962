package org.heliograph.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file with much to publish leaves the way free for what is urgent; every figure here is invented. */
@HeliographStack
class LargeFileIT {

    private static final int MONTHS = 24;
    private static final int ROUTES = 6;

    @TempDir
    private Path folder;

    private final Stack stack;
    private final Research research;

    LargeFileIT(Stack stack) {
        this.stack = stack;
        this.research = new Research(stack);
    }

    @AfterEach
    void close() {
        research.close();
    }

    @Test
    void anAlertIsSentBeforeMostOfAFileThatWasTakenBefore() throws Exception {
        Path file = twoYears().write(folder, "large.json");
        Instant begun = Instant.now();
        String id;
        String alert;
        try (OfficerDesk iom = new OfficerDesk(stack, Component.IOM);
                HeldRelay _ = new HeldRelay(research)) {
            id = research.send(file, false).body().path("ingestId").asString();
            assertThat(research.awaitRest(id))
                    .as("months that are published while nothing can be sent")
                    .isBetween(1, MONTHS / 2);
            alert = iom.post("/api/v1/alerts/routes", urgentAlert())
                    .success()
                    .get("eventId")
                    .asString();
        }

        research.awaitAlerts("invented-strait-urgent", 1);
        research.awaitDone(id);
        Research.Place place = research.placeOf(alert, begun);
        assertThat(place.behind()).as("sent after it").isGreaterThan(place.ahead());
    }

    private static InventedFile twoYears() {
        InventedFile file = new InventedFile("2003.H");
        for (int month = 0; month < MONTHS; month++) {
            for (int route = 0; route < ROUTES; route++) {
                file.month(YearMonth.of(2003, 1).plusMonths(month), "Hotel Strait " + route, 20);
            }
        }
        return file;
    }

    private static Map<String, Object> urgentAlert() {
        return Map.of(
                "status", "EXERCISE",
                "priority", "FLASH",
                "routeId", "invented-strait-urgent",
                "alertKind", "SHIFT",
                "urgency", "IMMEDIATE",
                "severity", "SEVERE",
                "certainty", "LIKELY",
                "modes", List.of("SEA"),
                "validFrom", Instant.now().toString(),
                "summary", "An invented alert that cannot wait");
    }
}
