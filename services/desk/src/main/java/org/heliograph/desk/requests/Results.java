package org.heliograph.desk.requests;

import java.util.List;
import java.util.UUID;

/** What this party sent upon a request that it received, for officers to fulfil the request with. Any thread. */
public interface Results {

    /** Oldest first; empty where nothing was sent upon it. */
    List<Result> upon(CooperationRequest request);

    /**
     * An event that this party sent.
     *
     * @param eventType as the policy names it
     * @param title for people; empty where the event has none
     */
    record Result(String eventType, UUID eventId, String title) {

        /** As a fulfilment names it. */
        public String written() {
            return eventType + "/" + eventId;
        }
    }

    /**
     * Where this party's service makes events of a type.
     *
     * @param path of the REST layer
     */
    record Making(String eventType, String path) {}
}
