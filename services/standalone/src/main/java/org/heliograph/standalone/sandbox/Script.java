package org.heliograph.standalone.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Topics;

/**
 * Plays each check at the client and judges it. After what a check is about comes an event of the same case: once that
 * is handled, the client is done with what came before, and what it made of it is final. One thread.
 */
final class Script {

    private static final int CASES_OF_A_BURST = 25;
    private static final int IN_ONE_TRANSACTION = 100;

    /** For what it says to be there: long enough for a garbage collection. */
    private static final Duration PRESENCE = Duration.ofSeconds(5);

    private final Stand stand;
    private final PlayedIdentity identity;
    private final PlayedRegistry registry;
    private final ClientFolder folder;
    private final ClientGroup group;
    private final Author author;
    private final Lookout lookout;
    private final SortedMap<String, List<EventPolicy>> topics;
    private final Limits limits;
    private final String topic;
    private final EventPolicy event;

    Script(Sandbox.Parts parts, ClientGroup group, Lookout lookout) {
        this.stand = parts.stand();
        this.identity = parts.identity();
        this.registry = parts.registry();
        this.folder = parts.folder();
        this.author = parts.author();
        this.topics = parts.topics();
        this.limits = parts.limits();
        this.group = group;
        this.lookout = lookout;
        this.topic = topics.keySet().stream()
                .filter(name -> !name.startsWith(Topics.PUBLIC))
                .findFirst()
                .orElseGet(() -> topics.keySet().iterator().next());
        this.event = topics.getOrDefault(topic, List.of()).getFirst();
    }

    Verdict play(Check check) {
        if (check == Check.COMMITS) {
            return commits();
        }
        Observation before = lookout.await(PRESENCE, seen -> seen.sight().isPresent());
        if (before.sight().isEmpty()) {
            return Verdict.notTried(check, before.problem());
        }
        List<String> reasons = new ArrayList<>(
                switch (check) {
                    case FIRST -> first();
                    case DUPLICATES -> duplicates();
                    case VERSION -> version();
                    case RECALL -> recall();
                    case FORGED -> forged();
                    case BURST -> burst();
                    case TOKEN -> token();
                    case PAUSE -> pause();
                    case COMMITS -> List.of();
                });
        if (lookout.wasRestarted()) {
            reasons.add("it was started anew meanwhile, and its counts began again");
        }
        return Verdict.of(check, reasons);
    }

    private Verdict commits() {
        return lookout.hasSeenSomething()
                ? Verdict.of(Check.COMMITS, lookout.tooEarly().stream().toList())
                : Verdict.notTried(Check.COMMITS, "nothing was played");
    }

    private List<String> first() {
        List<Author.Draft> drafts = new ArrayList<>();
        topics.forEach(
                (name, events) -> events.forEach(each -> drafts.add(author.event(name, each, Author.newCase()))));
        return settled(written(drafts));
    }

    private List<String> duplicates() {
        String context = Author.newCase();
        Author.Draft again = exercise(context);
        List<Played> played = written(List.of(again, again, exercise(context)));
        played.addAll(written(List.of(again, exercise(context))));
        return settled(played);
    }

    private List<String> version() {
        String context = Author.newCase();
        Author.Writing known = author.inForce(event);
        Schema newer = NewerSchema.of(known.schema());
        int id = registry.register(newer.toString());
        List<String> reasons = settled(written(
                List.of(author.event(topic, event, context, new Author.Writing(id, newer)), exercise(context))));
        if (!reasons.isEmpty() && !registry.wasAskedFor(id)) {
            reasons.add("it never asked the registry for schema %d of %s, with which that was written"
                    .formatted(id, event.type()));
        }
        return reasons;
    }

    private List<String> recall() {
        String context = Author.newCase();
        Author.Draft recalled = exercise(context);
        List<Played> played = written(List.of(recalled));
        played.addAll(written(
                List.of(author.recall(recalled), author.recallOfNothing(topic, event, context), exercise(context))));
        return settled(played);
    }

    private List<String> forged() {
        String context = Author.newCase();
        return settled(written(List.of(author.forged(topic, event, context), exercise(context))));
    }

    private List<String> burst() {
        List<String> cases = Stream.generate(Author::newCase)
                .limit(Math.min(CASES_OF_A_BURST, limits.burst()))
                .toList();
        List<Author.Draft> drafts = IntStream.range(0, limits.burst())
                .mapToObj(i -> exercise(cases.get(i % cases.size())))
                .toList();
        List<Played> played = new ArrayList<>();
        for (int from = 0; from < drafts.size(); from += IN_ONE_TRANSACTION) {
            played.addAll(written(drafts.subList(from, Math.min(from + IN_ONE_TRANSACTION, drafts.size()))));
        }
        return settled(played);
    }

    private List<String> token() {
        String context = Author.newCase();
        identity.renew(folder.newSecret());
        identity.away(true);
        List<Played> played;
        int given;
        try {
            // None is given any more, so this takes as long as the last one lives.
            Lookout.awaitBlindly(limits.tokenLife().plus(limits.patience()), identity::allEnded);
            given = identity.given();
            played = written(List.of(exercise(context)));
            identity.endEarlier();
        } finally {
            identity.away(false);
        }
        played.addAll(written(List.of(exercise(context))));
        List<String> reasons = settled(played);
        if (!reasons.isEmpty() && identity.given() == given) {
            reasons.add(
                    identity.refusals() > 0
                            ? "it still comes with the secret that was replaced; the new one is in the same file"
                            : "it has asked for no new token since the earlier ones ended");
        }
        return reasons;
    }

    private List<String> pause() {
        String context = Author.newCase();
        stand.silence();
        try {
            Lookout.awaitBlindly(limits.silence(), () -> false);
        } finally {
            stand.speak();
        }
        List<Played> played = written(List.of(exercise(context)));
        group.forgetMembers();
        played.addAll(written(List.of(exercise(context))));
        return settled(played);
    }

    private Author.Draft exercise(String context) {
        return author.event(topic, event, context);
    }

    private List<Played> written(List<Author.Draft> drafts) {
        List<Played> played = stand.write(drafts);
        lookout.over(played);
        return played;
    }

    /** Waits until the client has done what it should, or cannot any more; what it did otherwise. */
    private List<String> settled(List<Played> played) {
        Observation last = lookout.await(
                limits.patience(), seen -> Judge.faults(played, seen).stream().noneMatch(Fault::mayPass));
        return new ArrayList<>(
                Judge.faults(played, last).stream().map(Fault::text).toList());
    }
}
