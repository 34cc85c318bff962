package org.heliograph.desk.requests;

import org.heliograph.events.RequestState;

/**
 * Where a request stands at one addressee.
 *
 * @param version number of the last step; 0 before the first
 */
public record Standing(String addressee, RequestState state, int version) {}
