package org.heliograph.standalone.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.standalone.OfficerDesk;
import tools.jackson.databind.JsonNode;

/** State XA relays that people are in distress. */
record AtSea(Narrator narrator, OfficerDesk xa, OfficerDesk xb) {

    private static final String DISTRESS = "/api/v1/maritime/distress";

    void tell() {
        narrator.chapter("7. State XA relays distress at sea");
        Map<String, Object> distress = new HashMap<>(Map.of(
                "status",
                "EXERCISE",
                "distressId",
                "XA-SAR-" + UUID.randomUUID(),
                "position",
                Map.of("lat", 34.51237, "lon", 24.00981),
                "personsOnBoard",
                60,
                "phase",
                "DISTRESS"));
        OfficerDesk.Answer hasty = xa.post(DISTRESS, distress);
        narrator.expect(
                "it is refused while no rescue centre was told",
                hasty.status() == 400,
                "HTTP " + hasty.status() + ": "
                        + hasty.body().at("/errors/0/field").asString());
        distress.put(
                "mrccNotified",
                Map.of(
                        "name",
                        "MRCC Port Alpha",
                        "at",
                        Instant.now()
                                .minusSeconds(60)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()));
        String eventId = xa.post(DISTRESS, distress).success().get("eventId").asString();
        JsonNode received = narrator.await(
                "the distress at XB",
                () -> Optional.of(xb.get(DISTRESS + "/" + eventId))
                        .filter(answer -> answer.status() == 200)
                        .map(OfficerDesk.Answer::body));
        narrator.expect(
                "XB has it with the exact position, before all that is less urgent",
                received.at("/distress/position/lat").asDouble() == 34.51237
                        && received.at("/distress/priority").asString().equals("FLASH"),
                received.at("/distress/position") + ", "
                        + received.at("/distress/priority").asString());
    }
}
