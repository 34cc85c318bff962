package org.heliograph.desk.pages.requests;

import java.util.List;
import org.heliograph.desk.requests.Direction;
import org.heliograph.desk.requests.RequestFile;
import org.heliograph.desk.requests.Results;
import org.heliograph.desk.requests.Results.Making;

/** What this party has, and makes, to fulfil requests with. */
final class Closings {

    private final List<Results> results;
    private final List<Making> makings;

    Closings(List<Results> results, List<Making> makings) {
        this.results = List.copyOf(results);
        this.makings = List.copyOf(makings);
    }

    Closing of(RequestFile file) {
        return new Closing(
                file.request().content().kind(),
                file.request().direction() == Direction.IN
                        ? results.stream()
                                .flatMap(each -> each.upon(file.request()).stream())
                                .toList()
                        : List.of(),
                makings);
    }
}
