package org.heliograph.desk.publications.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.publications.NewPublication;
import org.heliograph.desk.publications.Publication;
import org.heliograph.desk.publications.PublicationType;
import org.heliograph.desk.publications.Publications;
import org.heliograph.desk.publications.Publishing;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.web.AfterStoring;
import org.heliograph.desk.web.Problems;
import org.heliograph.exchange.receipt.Receipts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What those who publish are answered; the same whatever they publish. */
final class PublicationAnswers {

    static final String PATH = "/api/v1/publications";

    private final Publishing publishing;
    private final Publications publications;
    private final Receipts receipts;

    PublicationAnswers(Publishing publishing, Publications publications, Receipts receipts) {
        this.publishing = publishing;
        this.publications = publications;
        this.receipts = receipts;
    }

    /** Publishes; 201 with where it stands now. */
    ResponseEntity<PublicationItem> publish(NewPublication<?> wanted, Caller caller) {
        UUID id = publishing.publish(wanted, caller);
        PublicationType type = wanted.content().publicationType();
        return ResponseEntity.created(URI.create(PATH + "/" + id)).body(AfterStoring.view(() -> read(id, null, type)));
    }

    /** Who would get it. */
    GateAnswer preview(NewPublication<?> wanted, Caller caller) {
        return publishing.preview(wanted, caller);
    }

    /** Corrects; 200 with the new version. */
    ResponseEntity<PublicationItem> correct(UUID id, Correction<?> correction, Caller caller) {
        publishing.correct(id, correction.version(), correction.content(), caller);
        PublicationType type = correction.content().publicationType();
        return ResponseEntity.ok().body(AfterStoring.view(() -> read(id, null, type)));
    }

    /** The one that is meant. */
    PublicationItem read(UUID id, @Nullable String originator, @Nullable PublicationType type) {
        return item(Problems.onlyOf(publications.find(id, originator, type)));
    }

    PublicationItem item(Publication publication) {
        List<GateAnswer> answers = publication.direction() == Publication.Direction.OUT
                ? receipts.of(publication.eventId()).stream()
                        .map(GateAnswer::of)
                        .toList()
                : List.of();
        return PublicationItem.of(publication, answers);
    }
}
