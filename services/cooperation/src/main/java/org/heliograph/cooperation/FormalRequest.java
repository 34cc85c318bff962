package org.heliograph.cooperation;

import java.time.LocalDate;

/**
 * A request for mutual legal assistance that went between central authorities, outside of the platform.
 *
 * @param reference by which it is known there, not blank
 */
public record FormalRequest(String reference, LocalDate sentOn) {

    /** @throws IllegalArgumentException for a blank reference */
    public FormalRequest {
        Texts.require(reference, "a formal request has a reference");
    }
}
