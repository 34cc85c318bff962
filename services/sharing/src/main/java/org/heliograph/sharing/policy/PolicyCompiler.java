package org.heliograph.sharing.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heliograph.events.Lane;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Compiles {@code platform.yaml}, {@code parties.yaml} and {@code events.yaml} of one directory to a {@link Policy}.
 */
public final class PolicyCompiler {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PolicyCompiler() {}

    /**
     * Reads and checks the files of a directory.
     *
     * @return a policy without registry ids and keys: see {@link Policy#with}
     * @throws InvalidPolicyException with every error found; a file that is not readable YAML of the expected shape
     *     gives one error
     */
    public static Policy compile(Path directory) {
        List<String> errors = new ArrayList<>();
        Platform platform = read(directory, "platform.yaml", Platform.class, errors);
        PartiesFile parties = read(directory, "parties.yaml", PartiesFile.class, errors);
        EventsFile events = read(directory, "events.yaml", EventsFile.class, errors);
        if (platform == null || parties == null || events == null) {
            throw new InvalidPolicyException(errors);
        }
        PolicyCheck check = new PolicyCheck(platform, parties, events);
        errors.addAll(check.errors());
        if (!errors.isEmpty()) {
            throw new InvalidPolicyException(errors);
        }
        return PolicyJson.seal(
                new Policy("", platform, parties.toParties(), events.toEvents(), new TreeMap<>(), List.of()));
    }

    private static <T> @Nullable T read(Path directory, String name, Class<T> type, List<String> errors) {
        try {
            @Nullable T content = MAPPER.readValue(Files.readString(directory.resolve(name)), type);
            if (content == null) {
                errors.add("%s: found nothing, expected a value".formatted(name));
            }
            return content;
        } catch (IOException e) {
            errors.add("%s: cannot be read in %s".formatted(name, directory));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            errors.add("%s:%d: %s%s".formatted(name, line, place(e), e.getOriginalMessage()));
        }
        return null;
    }

    private static String place(JacksonException fault) {
        String place = fault.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return place.isEmpty() ? "" : place + ": ";
    }

    record PartiesFile(@Nullable Map<String, @Nullable PartyEntry> parties) {

        SortedMap<String, Party> toParties() {
            SortedMap<String, Party> compiled = new TreeMap<>();
            entries(parties).forEach((id, entry) -> compiled.put(id, entry.toParty(id)));
            return compiled;
        }
    }

    record PartyEntry(
            @Nullable String name,
            @Nullable PartyKind kind,
            @Nullable String authority,
            @Nullable Tlp clearance,
            @Nullable Set<Lane> lanes,
            @Nullable Set<Purpose> purposes,
            @Nullable SortedSet<String> systems) {

        Party toParty(String id) {
            return new Party(
                    id,
                    checked(name),
                    checked(kind),
                    checked(authority),
                    checked(clearance),
                    checked(lanes),
                    checked(purposes),
                    systems == null ? new TreeSet<>() : systems);
        }
    }

    record EventsFile(@Nullable Map<String, @Nullable EventEntry> events) {

        SortedMap<String, EventPolicy> toEvents() {
            SortedMap<String, EventPolicy> compiled = new TreeMap<>();
            entries(events).forEach((type, entry) -> compiled.put(type, entry.toEvent(type)));
            return compiled;
        }
    }

    record EventEntry(
            @Nullable String schema,
            @Nullable String family,
            @Nullable Lane lane,
            @Nullable Tlp floor,

            @com.fasterxml.jackson.annotation.JsonProperty("default") @Nullable
            Tlp defaultMarking,

            @Nullable Set<Purpose> purposes,
            @Nullable SortedSet<String> publishers,
            @Nullable SortedMap<String, Reception> receivers,
            @Nullable Boolean personalData,
            @Nullable Duration retention) {

        EventPolicy toEvent(String type) {
            return new EventPolicy(
                    type,
                    checked(schema),
                    checked(family),
                    checked(lane),
                    checked(floor),
                    checked(defaultMarking),
                    checked(purposes),
                    checked(publishers),
                    checked(receivers),
                    checked(personalData),
                    checked(retention));
        }
    }

    static <T> Map<String, T> entries(@Nullable Map<String, @Nullable T> map) {
        Map<String, T> entries = new TreeMap<>();
        if (map != null) {
            map.forEach((id, entry) -> {
                if (entry != null) {
                    entries.put(id, entry);
                }
            });
        }
        return entries;
    }

    private static <T> T checked(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("compiled before it was checked");
        }
        return value;
    }
}
