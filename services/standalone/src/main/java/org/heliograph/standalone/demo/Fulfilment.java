package org.heliograph.standalone.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import tools.jackson.databind.JsonNode;

/** How a request that was accepted comes to its end, and what the public learns of it. */
record Fulfilment(Narrator narrator, Stack stack, OfficerDesk xa, OfficerDesk unodc) {

    void tell(UUID request) {
        narrator.chapter("6. UNODC asks back, gives its advice, and XA closes the request");
        unodc.post(at(request) + "/start", Map.of("version", 3)).success();
        unodc.post(at(request) + "/ask", Map.of("version", 4, "questions", List.of("Is article 16 in another bill?")))
                .success();
        awaitState(request, "INFO_NEEDED");
        xa.post(at(request) + "/answer", Map.of("addressee", "unodc", "version", 5, "text", "No, in this one"))
                .success();
        JsonNode answered = narrator.await(
                "XA's answer at UNODC",
                () -> Optional.of(unodc.get(at(request)).success())
                        .filter(view -> view.get("state").asString().equals("IN_PROGRESS")));
        narrator.expect(
                "UNODC asked, XA answered, and the request goes on",
                answered.get("state").asString().equals("IN_PROGRESS"),
                "state at UNODC: " + answered.get("state").asString());
        String update = publish(request);
        unodc.post(
                        at(request) + "/fulfil",
                        Map.of(
                                "version",
                                6,
                                "whole",
                                true,
                                "summary",
                                "Comments on articles 5, 6 and 16 were given",
                                "results",
                                List.of(update)))
                .success();
        awaitState(request, "FULFILLED");
        xa.post(at(request) + "/confirm", Map.of("addressee", "unodc", "version", 7))
                .success();
        JsonNode closed = awaitState(request, "CLOSED");
        narrator.expect(
                "XA's officer sees each step to the end",
                closed.get("timeline").size() == 8,
                closed.get("timeline").size() + " steps, the last by "
                        + closed.get("timeline")
                                .get(closed.get("timeline").size() - 1)
                                .get("party")
                                .asString());
    }

    private String publish(UUID request) {
        JsonNode published = unodc.post(
                        "/api/v1/publications/legal-updates",
                        Map.of(
                                "status",
                                "EXERCISE",
                                "content",
                                Map.of(
                                        "kind", "LEGISLATION",
                                        "country", "XA",
                                        "citation", "XA-ACT 2026/12",
                                        "decisionDate", "2026-11-02",
                                        "outcome", "AMENDED",
                                        "keyIssues", List.of("liability-of-migrants"),
                                        "sourceUri", "https://parliament.example/bills/114")))
                .success();
        String id = published.get("id").asString();
        String page = narrator.await("the update on the public page", () -> publicPage(id));
        narrator.expect(
                "anybody can read the legal update, without signing in, and nothing of the request",
                !page.contains(request.toString()),
                stack.url(Port.UNODC, "/knowledge").toString());
        return "knowledge.legal-update/" + published.get("eventId").asString();
    }

    private Optional<String> publicPage(String id) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String page = client.send(
                            HttpRequest.newBuilder(stack.url(Port.UNODC, "/knowledge.json"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return Optional.of(page).filter(text -> text.contains(id));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", e);
        }
    }

    private JsonNode awaitState(UUID request, String state) {
        return narrator.await(
                state + " at XA",
                () -> Optional.of(xa.get(at(request)).success())
                        .filter(view -> view.get("state").asString().equals(state)));
    }

    private static String at(UUID request) {
        return "/api/v1/requests/" + request;
    }
}
