package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.events.RequestKind;
import org.heliograph.exchange.database.TestDatabase;
import org.heliograph.pages.session.IdentityStandIn;
import org.jspecify.annotations.Nullable;

/** The desks of XA and UNODC, each with a database of its own, and one identity provider. */
final class TwoDesks implements AutoCloseable {

    private static final String REQUESTS = "/api/v1/requests";

    private static final AtomicReference<@Nullable TwoDesks> KEPT = new AtomicReference<>();

    final TestDesk xa;
    final TestDesk unodc;
    final TestDatabase databaseOfXa;
    final TestDatabase databaseOfUnodc;
    final IdentityStandIn identity;
    final GateStandIn gate;

    TwoDesks(String... settings) throws IOException {
        databaseOfXa = TestDesk.database();
        databaseOfUnodc = TestDesk.database();
        identity = new IdentityStandIn();
        gate = new GateStandIn();
        String[] all = Stream.concat(Stream.of("--heliograph.preview.gate=" + gate.address()), Stream.of(settings))
                .toArray(String[]::new);
        xa = new TestDesk("xa", identity, databaseOfXa.url(), all);
        unodc = new TestDesk("unodc", identity, databaseOfUnodc.url(), all);
    }

    /**
     * Two that all classes of a JVM use, one after the other; they are as new each time, and end with the JVM. Not for
     * those whose gate tells whom a desk may ask, since a desk remembers that.
     */
    static synchronized TwoDesks renewed() throws IOException {
        TwoDesks desks = KEPT.get();
        if (desks == null) {
            desks = new TwoDesks();
            KEPT.set(desks);
        } else {
            desks.xa.renew(desks.databaseOfXa);
            desks.unodc.renew(desks.databaseOfUnodc);
            desks.identity.signIns().forget();
        }
        desks.gate.forget();
        return desks;
    }

    String submit(Map<String, Object> request) {
        Answer answer = xa.post(REQUESTS, request);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        assertThat(answer.header("Location"))
                .isEqualTo(REQUESTS + "/" + answer.body().get("requestId").asString());
        return answer.body().get("requestId").asString();
    }

    Answer step(String id, String step, Map<String, ?> body) {
        return unodc.post(REQUESTS + "/" + id + "/" + step, body);
    }

    Answer withdraw(String id) {
        return xa.post(REQUESTS + "/" + id + "/withdraw", Map.of("reason", "Solved at home"));
    }

    String state(TestDesk desk, String id) {
        return desk.get(REQUESTS + "/" + id).body().get("state").asString();
    }

    /** Lets UNODC have what XA said. */
    void deliver() {
        xa.mailbag().take().forEach(letter -> unodc.receive(letter.event()));
    }

    void emptyTheBags() {
        xa.mailbag().take();
        unodc.mailbag().take();
    }

    @Override
    public void close() {
        xa.close();
        unodc.close();
        gate.close();
        identity.close();
        databaseOfXa.close();
        databaseOfUnodc.close();
    }

    /** A request of XA that is at UNODC; its id. */
    String sentToUnodc(Map<String, Object> changes) {
        Map<String, Object> request = Requests.to("unodc");
        request.putAll(changes);
        String id = submit(request);
        deliver();
        return id;
    }

    /** A request of each kind, to UNODC, whatever the policy says of that; about a vessel, to the State of its flag. */
    static Map<String, Object> toUnodc(RequestKind kind) {
        Map<String, Object> request = SampleRequests.of(kind);
        if (kind != RequestKind.VESSEL_REGISTRY_BOARDING) {
            request.put("addressees", List.of("unodc"));
        }
        if (kind == RequestKind.JOINT_INVESTIGATION) {
            SampleRequests.detail(request).remove("participants");
            SampleRequests.detail(request).put("lead", "unodc");
        }
        return request;
    }

    /** A request of XA that UNODC has started with, at version 4; its id. */
    String inProgressAtUnodc(RequestKind kind) {
        String id = submit(toUnodc(kind));
        Deliveries.deliver(xa.mailbag().take(), unodc);
        taken(id, "acknowledge", Map.of("version", 0));
        taken(id, "assign", Map.of("version", 1, "to", "desk"));
        taken(id, "accept", Map.of("version", 2));
        taken(id, "start", Map.of("version", 3));
        Deliveries.deliver(unodc.mailbag().take(), xa);
        return id;
    }

    private void taken(String id, String step, Map<String, ?> body) {
        assertThat(step(id, step, body).status()).isEqualTo(200);
    }

    /** Until the token of the last sign-in counts no more. */
    void awaitEndOfToken() {
        String token = identity.signIns().lastToken();
        await().until(() -> unodc.getAs("/api/v1/requests", token).status() == 401);
    }
}
