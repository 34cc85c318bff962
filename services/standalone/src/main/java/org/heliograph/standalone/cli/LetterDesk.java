package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.StackException;
import tools.jackson.databind.JsonNode;

/** What operators ask of services about dead letters, and how answers are shown. */
record LetterDesk(PrintWriter out) {

    static final String PATH = "/api/oversight/dead-letters";
    static final String SERVICE = "Party whose service has the letter: iom, unodc, xa or xb.";
    static final String OPERATOR = "Operator who asks; ${DEFAULT-VALUE} unless given.";
    static final List<Component> SERVICES = List.of(Component.IOM, Component.UNODC, Component.XA, Component.XB);

    JsonNode act(String command, Component party, String operator, long id, String what, Map<String, ?> body) {
        try (OfficerDesk desk = new OfficerDesk(Place.embedded("deadletters " + command), service(party), operator)) {
            return answered(party, desk.post(PATH + "/" + id + what, body));
        }
    }

    static JsonNode answered(Component party, OfficerDesk.Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new StackException(answer.body()
                    .path("detail")
                    .asString("the service of %s answers %d".formatted(party.id(), answer.status())));
        }
        return answer.body();
    }

    static Component service(Component party) {
        if (!SERVICES.contains(party)) {
            throw new StackException(
                    "'%s' is no party with a service here; there are iom, unodc, xa, xb".formatted(party.id()));
        }
        return party;
    }

    void print(String party, List<JsonNode> letters) {
        if (letters.isEmpty()) {
            out.println(party + ": none");
        }
        letters.forEach(letter -> print(party, letter));
    }

    void print(String party, JsonNode letter) {
        out.println("%s %d  %s  %s from %s  %s/%d@%d"
                .formatted(
                        party,
                        letter.path("id").asLong(),
                        letter.path("at").asString(""),
                        letter.path("eventType").asString("unreadable"),
                        letter.path("originator").asString("unknown"),
                        letter.path("topic").asString(""),
                        letter.path("partition").asInt(0),
                        letter.path("offset").asLong(0)));
        out.println("    " + letter.path("reason").asString(""));
        if (letter.path("behind").isNumber()) {
            out.println("    waits behind " + letter.path("behind").asLong());
        }
        if (letter.path("discard").isObject()) {
            out.println("    %s wants to discard it: %s"
                    .formatted(
                            letter.path("discard").path("by").asString(""),
                            letter.path("discard").path("reason").asString("")));
        }
        if (letter.path("resolution").isString()) {
            out.println("    %s at %s"
                    .formatted(
                            letter.path("resolution").asString(""),
                            letter.path("resolvedAt").asString("")));
        }
    }
}
