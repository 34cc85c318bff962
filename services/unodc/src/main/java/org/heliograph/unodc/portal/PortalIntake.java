package org.heliograph.unodc.portal;

import org.heliograph.desk.publications.Content;
import org.heliograph.desk.publications.LegalUpdateContent;
import org.heliograph.desk.publications.ProductContent;
import org.heliograph.desk.publications.Publication;
import org.heliograph.desk.publications.PublicationListener;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.inbox.Delivery;
import org.heliograph.sharing.policy.Topics;
import org.springframework.stereotype.Component;

/**
 * Shows what came over the public topic of its event, which the gate alone writes, and only with what is CLEAR. The
 * marking is looked at all the same: what says otherwise of itself is shown to nobody. What is a technical test is for
 * no reader.
 */
@Component
class PortalIntake implements PublicationListener {

    private final PortalEntries entries;

    PortalIntake(PortalEntries entries) {
        this.entries = entries;
    }

    @Override
    public void came(Publication publication, Content content, Delivery delivery) {
        boolean open =
                delivery.topic().equals(Topics.publicTopic(publication.type().eventType()))
                        && publication.handling().tlp() == Tlp.CLEAR
                        && publication.status() != Status.TEST;
        if (!open) {
            return;
        }
        switch (content) {
            case ProductContent product -> entries.put(publication, EntryKind.ofEvent(product.type()), product);
            case LegalUpdateContent update -> entries.put(publication, EntryKind.ofEvent(update.kind()), update);
            default -> {}
        }
    }
}
