package org.heliograph.desk.requests;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.desk.preview.NoPreviewException;
import org.heliograph.desk.preview.Previews;
import org.heliograph.events.RequestKind;
import org.jspecify.annotations.Nullable;

/**
 * Whom this party may ask for what, as the gate tells it. What it told last is kept, and asked anew before anything is
 * refused by it. While the gate cannot be asked nothing is refused here: the gate judges what is sent all the same. Any
 * thread; blocks some seconds at most, and then not again for a while.
 */
public final class Addressees {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);

    private final Previews previews;
    private final String eventType;
    private final InstantSource clock;
    private volatile @Nullable Told told;
    private volatile @Nullable Instant failedAt;

    /** @param eventType in which they would be named */
    Addressees(Previews previews, String eventType, InstantSource clock) {
        this.previews = previews;
        this.eventType = eventType;
        this.clock = clock;
    }

    private record Told(Map<RequestKind, List<String>> byKind, Instant at) {

        boolean allows(RequestKind kind, List<String> addressees) {
            List<String> eligible = byKind.get(kind);
            return eligible != null && eligible.containsAll(addressees);
        }
    }

    /** What stands against a submission. */
    public sealed interface Objection {

        /** This party may not submit requests of the kind. */
        record NotToBeAsked() implements Objection {}

        /**
         * Some addressees are not eligible.
         *
         * @param eligible who is
         */
        record NotEligible(List<String> eligible) implements Objection {}
    }

    /** Eligible addressees by kind, half a minute old at most unless the gate is away; empty if it never told. */
    public Optional<Map<RequestKind, List<String>>> byKind() {
        Told last = told;
        Optional<Told> known =
                last != null && last.at().plus(FRESH).isAfter(clock.instant()) ? Optional.of(last) : asked();
        return known.or(() -> Optional.ofNullable(told)).map(Told::byKind);
    }

    /** What stands against asking these for help of this kind; empty too while nobody can say. */
    public Optional<Objection> objection(RequestKind kind, List<String> addressees) {
        Told last = told;
        if (last != null && last.allows(kind, addressees)) {
            return Optional.empty();
        }
        return asked().filter(now -> !now.allows(kind, addressees)).map(now -> {
            List<String> eligible = now.byKind().get(kind);
            return eligible == null ? new Objection.NotToBeAsked() : new Objection.NotEligible(eligible);
        });
    }

    private Optional<Told> asked() {
        Instant now = clock.instant();
        Instant failed = failedAt;
        if (failed != null && failed.plus(LEFT_ALONE).isAfter(now)) {
            return Optional.empty();
        }
        try {
            Told answer = new Told(byKind(previews.eligible(eventType)), now);
            told = answer;
            failedAt = null;
            return Optional.of(answer);
        } catch (NoPreviewException away) {
            failedAt = now;
            return Optional.empty();
        }
    }

    /** Without kinds that this version does not know. */
    private static Map<RequestKind, List<String>> byKind(Map<String, List<String>> byName) {
        Map<RequestKind, List<String>> byKind = new EnumMap<>(RequestKind.class);
        for (RequestKind kind : RequestKind.values()) {
            List<String> eligible = byName.get(kind.name());
            if (eligible != null) {
                byKind.put(kind, List.copyOf(eligible));
            }
        }
        return byKind;
    }
}
