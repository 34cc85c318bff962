package org.heliograph.desk.requests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.heliograph.cooperation.RequestClock;
import org.heliograph.cooperation.State;
import org.heliograph.events.RequestState;

/** What a desk keeps of requests, as the tables of its database do, in memory; copied for what may be undone. */
final class Tables {

    final Map<UUID, CooperationRequest> requests = new LinkedHashMap<>();
    final Map<UUID, RequestState> overall = new HashMap<>();
    final Map<UUID, Map<String, Standing>> standings = new HashMap<>();
    final Map<UUID, Map<String, RecordedStep>> steps = new HashMap<>();
    final Map<UUID, Command> commands = new LinkedHashMap<>();
    final Map<UUID, Instant> wakes = new HashMap<>();

    Tables copy() {
        Tables copy = new Tables();
        copy.requests.putAll(requests);
        copy.overall.putAll(overall);
        standings.forEach((id, of) -> copy.standings.put(id, new TreeMap<>(of)));
        steps.forEach((id, of) -> copy.steps.put(id, new HashMap<>(of)));
        copy.commands.putAll(commands);
        copy.wakes.putAll(wakes);
        return copy;
    }

    boolean insert(CooperationRequest request) {
        if (requests.putIfAbsent(request.id(), request) != null) {
            return false;
        }
        overall.put(request.id(), RequestState.SUBMITTED);
        return true;
    }

    void stand(UUID requestId, Standing standing) {
        standings.computeIfAbsent(requestId, _ -> new TreeMap<>()).put(standing.addressee(), standing);
    }

    List<Standing> standings(UUID requestId) {
        return List.copyOf(standings.getOrDefault(requestId, Map.of()).values());
    }

    void insert(UUID requestId, RecordedStep step) {
        steps.computeIfAbsent(requestId, _ -> new HashMap<>())
                .putIfAbsent(step.addressee() + " " + step.step().seq(), step);
    }

    List<RecordedStep> steps(UUID requestId) {
        List<RecordedStep> found =
                new ArrayList<>(steps.getOrDefault(requestId, Map.of()).values());
        found.sort(Comparator.comparing(RecordedStep::addressee)
                .thenComparing(step -> step.step().seq()));
        return found;
    }

    List<Command> commands(UUID requestId) {
        return commands.values().stream()
                .filter(command -> command.requestId().equals(requestId))
                .sorted(Comparator.comparing(Command::askedAt)
                        .thenComparing(Command::addressee)
                        .thenComparing(command -> command.eventId().toString()))
                .toList();
    }

    /** The stores of the desk on the tables that are in force when they are called. */
    record Stores(Supplier<Tables> tables) {

        Requests requests() {
            return new Requests() {
                @Override
                public boolean insert(CooperationRequest request) {
                    return tables.get().insert(request);
                }

                @Override
                public void insertStanding(CooperationRequest request, String addressee) {
                    tables.get().stand(request.id(), new Standing(addressee, RequestState.SUBMITTED, 0));
                }

                @Override
                public Optional<CooperationRequest> lock(UUID requestId) {
                    return Optional.ofNullable(tables.get().requests.get(requestId));
                }

                @Override
                public List<Standing> standings(UUID requestId) {
                    return tables.get().standings(requestId);
                }

                @Override
                public void update(UUID requestId, Standing standing) {
                    tables.get().stand(requestId, standing);
                }

                @Override
                public void updateOverall(UUID requestId, RequestState overall) {
                    tables.get().overall.put(requestId, overall);
                }
            };
        }

        RecordedSteps steps() {
            return new RecordedSteps() {
                @Override
                public void insert(UUID requestId, RecordedStep recorded) {
                    tables.get().insert(requestId, recorded);
                }

                @Override
                public List<RecordedStep> of(UUID requestId) {
                    return tables.get().steps(requestId);
                }
            };
        }

        KnownCommands commands() {
            return new KnownCommands() {
                @Override
                public void insert(Command command) {
                    tables.get().commands.putIfAbsent(command.eventId(), command);
                }

                @Override
                public List<Command> of(UUID requestId) {
                    return tables.get().commands(requestId);
                }
            };
        }

        Deadlines deadlines() {
            return new Deadlines() {
                @Override
                public void set(UUID requestId, String party, State state, RequestClock.Reading reading) {
                    reading.next()
                            .ifPresentOrElse(
                                    due -> tables.get().wakes.put(requestId, due.at()),
                                    () -> tables.get().wakes.remove(requestId));
                }

                @Override
                public List<UUID> due(String party, Instant now, int most) {
                    return tables.get().wakes.entrySet().stream()
                            .filter(wake -> !wake.getValue().isAfter(now))
                            .sorted(Map.Entry.comparingByValue())
                            .limit(most)
                            .map(Map.Entry::getKey)
                            .toList();
                }

                @Override
                public Optional<CooperationRequest> lockIfFree(UUID requestId) {
                    return Optional.ofNullable(tables.get().requests.get(requestId))
                            .filter(request -> request.direction() == Direction.IN);
                }
            };
        }
    }
}
