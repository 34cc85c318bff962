package org.heliograph.desk.requests;

import java.util.UUID;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.Status;

/** Cooperation requests that something else names, because it results from them. */
public final class NamedRequests {

    private final RequestFiles files;

    NamedRequests(RequestFiles files) {
        this.files = files;
    }

    /**
     * The request that is named; one that is not known for certain to be what it has to be is refused.
     *
     * @param field where it is named
     * @param status of what names it (R17)
     * @throws Rejection if this party neither sent nor received it, or its status is another
     */
    public RequestFile named(String field, UUID requestId, Status status) {
        RequestFile file = files.find(requestId)
                .orElseThrow(() -> Rejection.of(field, "a request that this party sent or received"));
        Status ofRequest = file.request().file().status();
        if (ofRequest != status) {
            throw Rejection.of("status", ofRequest + ", as the request is (R17)");
        }
        return file;
    }
}
