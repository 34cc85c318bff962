package org.heliograph.unodc.portal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.heliograph.desk.publications.PublicationType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entry as it stands on the page; none of its texts is markup.
 *
 * @param others what it is called in further languages
 * @param address where it is; null where that is nothing that a reader could safely follow
 */
public record EntryView(
        Title title,
        List<Title> others,
        @Nullable String address,
        boolean exercise,
        String kind,
        List<Fact> facts,
        Instant publishedAt) {

    /**
     * What it is called.
     *
     * @param language BCP 47
     */
    public record Title(String language, String text) {}

    /** Something that the entry says of itself. */
    public record Fact(String label, String text) {}

    static EntryView of(PortalEntry entry) {
        return entry.type() == PublicationType.PRODUCT ? product(entry) : legalUpdate(entry);
    }

    private static EntryView product(PortalEntry entry) {
        JsonNode content = entry.content();
        // English first, as the page is.
        List<Title> titles = content.path("title")
                .valueStream()
                .map(title -> new Title(
                        title.path("language").asString(), title.path("text").asString()))
                .sorted(Comparator.comparing(title -> !title.language().equals("en")))
                .toList();
        List<Fact> facts = new ArrayList<>();
        add(facts, "Countries", words(content.path("countries")));
        add(facts, "Themes", words(content.path("themes")));
        add(facts, "Licence", content.path("licence").asString());
        add(facts, "SHA-256", content.path("checksum").asString());
        return view(
                entry,
                titles.isEmpty() ? new Title("en", "Without a title") : titles.getFirst(),
                titles.stream().skip(1).toList(),
                content.path("uri").asString(),
                facts);
    }

    private static EntryView legalUpdate(PortalEntry entry) {
        JsonNode content = entry.content();
        List<Fact> facts = new ArrayList<>();
        add(facts, "Country", content.path("country").asString());
        add(facts, "Date", content.path("decisionDate").asString());
        add(facts, "Outcome", sentence(content.path("outcome").asString()));
        add(facts, "Articles of the Protocol", words(content.path("protocolArticles")));
        add(facts, "Key issues", words(content.path("keyIssues")));
        return view(
                entry,
                new Title("en", content.path("citation").asString()),
                List.of(),
                content.path("sourceUri").asString(),
                facts);
    }

    private static EntryView view(
            PortalEntry entry, Title title, List<Title> others, String address, List<Fact> facts) {
        List<Fact> all = new ArrayList<>(facts);
        all.add(new Fact("Published by", entry.originatorParty()));
        all.add(new Fact(
                "Published on",
                entry.publishedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString()));
        boolean followed = address.startsWith("https://") || address.startsWith("http://");
        if (!followed) {
            all.add(new Fact("Address", address));
        }
        return new EntryView(
                title,
                others,
                followed ? address : null,
                entry.exercise(),
                entry.kind().label(),
                List.copyOf(all),
                entry.publishedAt());
    }

    private static void add(List<Fact> facts, String label, String text) {
        if (!text.isBlank()) {
            facts.add(new Fact(label, text));
        }
    }

    private static String words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    }

    private static String sentence(String word) {
        return word.isEmpty()
                ? word
                : word.charAt(0) + word.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
