package org.heliograph.desk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** The desks of XA and UNODC, each with a database of its own, and one identity provider. */
final class TwoDesks implements AutoCloseable {

    final TestDesk xa;
    final TestDesk unodc;
    private final EmbeddedPostgres databaseOfXa;
    private final EmbeddedPostgres databaseOfUnodc;
    private final IdentityStandIn identity;
    final GateStandIn gate;

    TwoDesks() throws IOException {
        databaseOfXa = EmbeddedPostgres.start();
        databaseOfUnodc = EmbeddedPostgres.start();
        identity = new IdentityStandIn();
        gate = new GateStandIn();
        xa = new TestDesk("xa", identity, databaseOfXa, "--heliograph.preview.gate=" + gate.address());
        unodc = new TestDesk("unodc", identity, databaseOfUnodc, "--heliograph.preview.gate=" + gate.address());
    }

    void emptyTheBags() {
        xa.mailbag().take();
        unodc.mailbag().take();
    }

    @Override
    public void close() throws IOException {
        xa.close();
        unodc.close();
        gate.close();
        identity.close();
        databaseOfXa.close();
        databaseOfUnodc.close();
    }
}
