package org.heliograph.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.heliograph.events.CoopAct;
import org.heliograph.events.RequestState;
import org.junit.jupiter.api.Test;

/** What docs/requests.md tells people of acts, and of acts that meet, is what the protocol does. */
class DocumentedProtocolTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "requests.md");
    private static final Map<String, Actor> BY = Map.of(
            "addressee", Actor.ADDRESSEE, "requester", Actor.REQUESTER, "service of the addressee", Actor.SERVICE);

    private final Reach reach = new Reach(Set.of(Reach.KIND));

    @Test
    void tellsEveryTransitionAndNoOther() throws IOException {
        Set<String> documented = new TreeSet<>();
        for (List<String> row : rows("| Act | By | From | To |")) {
            for (String from : states(row.get(2))) {
                documented.add("%s %s %s>%s".formatted(BY.get(row.get(1)), row.get(0), from, to(row.get(3), from)));
            }
        }

        assertThat(documented).isEqualTo(transitions());
    }

    private Set<String> transitions() {
        Set<String> found = new TreeSet<>();
        for (Instance instance : instances()) {
            for (Actor actor : Actor.values()) {
                Reach.actions()
                        .forEach(action -> reach.after(instance, actor, action)
                                .forEach(after -> found.add("%s %s %s>%s"
                                        .formatted(
                                                actor,
                                                action.act(),
                                                instance.state().name(),
                                                action.act() == CoopAct.ANSWER
                                                        ? "before"
                                                        : after.state().name()))));
            }
        }
        return found;
    }

    private static List<String> states(String cell) {
        return cell.equals("any")
                ? Stream.of(RequestState.values())
                        .filter(state -> state != RequestState.UNKNOWN)
                        .map(RequestState::name)
                        .toList()
                : words(cell.replace(", once", ""));
    }

    private static String to(String cell, String from) {
        return switch (cell) {
            case "the same" -> from;
            case "the state before" -> "before";
            default -> cell;
        };
    }

    @Test
    void tellsWhatBecomesOfEachCommandThatMeetsAnotherAct() throws IOException {
        Map<String, String> documented = new LinkedHashMap<>();
        for (List<String> row : rows("| Taken first | Then comes |")) {
            for (String first : words(row.get(0))) {
                for (String second : words(row.get(1))) {
                    if (!first.equals("anything")) {
                        assertThat(documented.put(first + " " + second, row.get(2)))
                                .as("told twice: %s, then %s", first, second)
                                .isNull();
                    }
                }
            }
        }
        Set<String> met = new HashSet<>();
        for (Instance instance : instances()) {
            for (Meeting meeting : meetings(instance)) {
                String both = meeting.first().act() + " " + meeting.second().act();
                met.add(both);
                assertThat(meeting.outcome())
                        .as("in %s: %s", instance.state(), both)
                        .isEqualTo(documented.get(both));
            }
        }

        assertThat(met).isEqualTo(documented.keySet());
    }

    /** Two acts that could both be done, of which the second is a command of the requester. */
    private record Meeting(Action first, Action second, String outcome) {}

    private List<Meeting> meetings(Instance instance) {
        List<Meeting> meetings = new ArrayList<>();
        for (Actor actor : Actor.values()) {
            Reach.actions()
                    .forEach(first -> reach.after(instance, actor, first)
                            .forEach(after -> Reach.actions()
                                    .filter(second -> reach.after(instance, Actor.REQUESTER, second)
                                            .findAny()
                                            .isPresent())
                                    .forEach(second -> meetings.add(
                                            new Meeting(first, second, outcome(instance, first, after, second))))));
        }
        return meetings;
    }

    /** As the page words it. */
    private String outcome(Instance before, Action first, Instance after, Action second) {
        String stands = first instanceof Action.Answer
                ? "the state before"
                : after.state().name().name();
        return reach.after(after, Actor.REQUESTER, second)
                .map(both -> after.state().equals(before.state())
                        ? "taken as if nothing had been"
                        : "taken: " + both.state().name())
                .findFirst()
                .orElse("set aside: %s stands".formatted(stands));
    }

    private Set<Instance> instances() {
        return reach.from(Instance.of(Reach.KIND), Actor.values());
    }

    /** The cells of a table that begins so. */
    private static List<List<String>> rows(String header) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int start = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith(header))
                .findFirst()
                .orElseThrow());
        return lines.stream()
                .skip(start + 2L)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static List<String> words(String cell) {
        return Stream.of(cell.split(",")).map(String::strip).toList();
    }
}
