package org.heliograph.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.events.RequestKind;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Requests of each kind, as the good samples of events have them: events and REST have the same names. */
final class SampleRequests {

    static final List<RequestKind> KINDS = List.of(
            RequestKind.LEGISLATIVE_ASSISTANCE,
            RequestKind.CAPACITY_BUILDING,
            RequestKind.JOINT_INVESTIGATION,
            RequestKind.MLA_PREPARATION,
            RequestKind.VESSEL_REGISTRY_BOARDING,
            RequestKind.RESEARCH_DATA,
            RequestKind.CAMPAIGN_SUPPORT,
            RequestKind.PREVENTION_PLAN_SUPPORT);

    private static final Path SAMPLES = Path.of("../../schemas/events/samples/good/coop.request");
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> FIELDS = List.of(
            "kind", "subject", "factsSummary", "assistanceSought", "legalBasis", "language", "attachments", "details");

    private SampleRequests() {}

    /** From XA to XB alone; what lies ahead in the sample lies ahead of now. */
    static Map<String, Object> of(RequestKind kind) {
        Map<String, Object> sample = read(kind);
        Map<String, Object> request = new TreeMap<>(
                Map.of("status", "EXERCISE", "addressees", List.of("xb"), "dueAt", "2096-04-15T00:00:00Z"));
        FIELDS.stream().filter(sample::containsKey).forEach(field -> request.put(field, sample.get(field)));
        if (kind == RequestKind.CAPACITY_BUILDING) {
            detail(request).put("preferredFrom", "2096-09-07");
            detail(request).put("preferredTo", "2096-09-18");
        }
        if (kind == RequestKind.JOINT_INVESTIGATION) {
            detail(request).put("participants", List.of("xa", "xb"));
        }
        return request;
    }

    /** A joint investigation that XA leads. */
    static Map<String, Object> jointWith(String party) {
        Map<String, Object> request = of(RequestKind.JOINT_INVESTIGATION);
        request.put("addressees", List.of(party));
        detail(request).remove("participants");
        detail(request).put("lead", "xa");
        return request;
    }

    /** What its kind needs, to be changed. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> detail(Map<String, Object> request) {
        return ((Map<String, Map<String, Object>>) request.getOrDefault("details", Map.of()))
                .values().stream().findFirst().orElseThrow();
    }

    /** The name of the field in details. */
    static String field(RequestKind kind) {
        String joined = Stream.of(kind.name().split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
    }

    private static Map<String, Object> read(RequestKind kind) {
        String name = kind == RequestKind.LEGISLATIVE_ASSISTANCE
                ? "complete"
                : kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        try {
            return JSON.readValue(Files.readString(SAMPLES.resolve(name + ".json")), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
