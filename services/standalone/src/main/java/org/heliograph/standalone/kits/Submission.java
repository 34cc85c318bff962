package org.heliograph.standalone.kits;

import java.util.Arrays;
import java.util.List;
import org.heliograph.sharing.policy.Policy;

/**
 * A call by which a party publishes through its service, and for which there is an example. What else the service takes
 * is in its own description.
 */
enum Submission {
    DOCUMENT_ALERT("alert.document-fraud", "/api/v1/alerts/documents"),
    ROUTE_ALERT("alert.route", "/api/v1/alerts/routes") {
        @Override
        boolean isTakenFrom(String party) {
            // The services of all others have no such call.
            return party.equals("iom");
        }
    },
    INCIDENT("incident.report", "/api/v1/incidents") {
        @Override
        boolean isTakenFrom(String party) {
            return !party.equals(ADDRESSEE);
        }
    },
    REQUEST("coop.request", "/api/v1/requests") {
        @Override
        boolean isTakenFrom(String party) {
            return !party.equals(ADDRESSEE);
        }

        @Override
        String variant() {
            return "LEGISLATIVE_ASSISTANCE";
        }
    };

    /** Whom the examples name. */
    private static final String ADDRESSEE = "unodc";

    private final String event;
    private final String path;

    Submission(String event, String path) {
        this.event = event;
        this.path = path;
    }

    String event() {
        return event;
    }

    /** At the party's service. */
    String path() {
        return path;
    }

    /** In the kit, and beside the templates. */
    String example() {
        return "examples/" + event + ".json";
    }

    /** Whether the service of the party has the call and takes the example. */
    boolean isTakenFrom(String party) {
        return true;
    }

    /** The variant of the event in the example; not looked at where the event has none. */
    String variant() {
        return "";
    }

    static List<Submission> of(Policy policy, String party) {
        return Arrays.stream(values())
                .filter(submission -> submission.isTakenFrom(party)
                        && policy.event(submission.event)
                                .flatMap(event -> event.terms(submission.variant()))
                                .filter(terms -> terms.publishers().contains(party))
                                .isPresent())
                .toList();
    }
}
