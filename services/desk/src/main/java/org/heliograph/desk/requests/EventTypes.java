package org.heliograph.desk.requests;

/** As the policy names them. */
final class EventTypes {

    static final String REQUEST = "coop.request";
    static final String EVENT = "coop.event";
    static final String NOTICE = "coop.notice";

    private EventTypes() {}
}
