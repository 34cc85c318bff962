package org.heliograph.desk.publications;

import java.util.List;
import java.util.stream.Stream;
import org.heliograph.desk.requests.CooperationRequest;
import org.heliograph.desk.requests.Results;
import tools.jackson.databind.JsonNode;

/** What this party published upon a request, without what it withdrew. */
final class PublishedResults implements Results {

    private final Publications publications;

    PublishedResults(Publications publications) {
        this.publications = publications;
    }

    @Override
    public List<Result> upon(CooperationRequest request) {
        return publications.upon(request.id()).stream()
                .filter(publication -> !publication.withdrawn()
                        && publication.status() == request.file().status())
                .map(publication ->
                        new Result(publication.type().eventType(), publication.eventId(), title(publication.content())))
                .toList();
    }

    private static String title(JsonNode content) {
        return Stream.of("/topic", "/citation", "/title/0/text", "/audiences/0", "/country", "/region")
                .map(content::at)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst()
                .orElse("");
    }
}
