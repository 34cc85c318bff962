package org.heliograph.sharing.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.policy.PolicyCompiler.EventEntry;
import org.heliograph.sharing.policy.PolicyCompiler.EventsFile;
import org.heliograph.sharing.policy.PolicyCompiler.PartiesFile;
import org.heliograph.sharing.policy.PolicyCompiler.PartyEntry;
import org.jspecify.annotations.Nullable;

/** Finds all that is wrong within and between the policy's files. */
final class PolicyCheck {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");
    private static final int MOST_PARTITIONS = 1_000;

    private final List<String> errors = new ArrayList<>();
    private final Platform platform;
    private final Map<String, PartyEntry> parties;
    private final Map<String, EventEntry> events;

    PolicyCheck(Platform platform, PartiesFile parties, EventsFile events) {
        this.platform = platform;
        this.parties = PolicyCompiler.entries(parties.parties());
        this.events = PolicyCompiler.entries(events.events());
        checkEntries("parties.yaml: parties", parties.parties());
        checkEntries("events.yaml: events", events.events());
        checkPlatform();
        this.parties.forEach(this::checkParty);
        this.events.forEach(this::checkEvent);
        checkBetweenEvents();
        checkPrincipals();
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    private void checkPlatform() {
        if (platform.partitions() < 1 || platform.partitions() > MOST_PARTITIONS) {
            error("platform.yaml: partitions", platform.partitions(), "1 to " + MOST_PARTITIONS);
        }
        require("platform.yaml: retention", platform.retention(), retention -> {
            checkDuration("platform.yaml: retention.outbox", retention.outbox());
            checkDuration("platform.yaml: retention.receipts", retention.receipts());
            checkDuration("platform.yaml: retention.audit", retention.audit());
            checkDuration("platform.yaml: retention.recalled", retention.recalled());
        });
        require("platform.yaml: quotas", platform.quotas(), quotas -> {
            checkPositive("platform.yaml: quotas.publish", quotas.publish());
            checkPositive("platform.yaml: quotas.read", quotas.read());
            checkPositive("platform.yaml: quotas.requests", quotas.requests());
        });
    }

    private void checkPositive(String at, long quota) {
        if (quota < 1) {
            error(at, quota, "a number above 0");
        }
    }

    private void checkParty(String id, PartyEntry party) {
        String at = "parties.yaml: " + id;
        require(at + ".name", party.name());
        require(at + ".clearance", party.clearance());
        require(at + ".lanes", party.lanes());
        require(at + ".purposes", party.purposes());
        require(
                at + ".kind",
                party.kind(),
                kind -> require(at + ".authority", party.authority(), authority -> {
                    if (kind != PartyKind.CLIENT && !id.equals(authority)) {
                        error(at + ".authority", authority, "its own id, since it is no client");
                    }
                    if (kind == PartyKind.CLIENT && !isAuthority(authority)) {
                        error(at + ".authority", authority, "the id of a party that is no client");
                    }
                }));
    }

    private boolean isAuthority(String id) {
        PartyEntry authority = parties.get(id);
        return authority != null && authority.kind() != PartyKind.CLIENT;
    }

    private void checkEvent(String type, EventEntry event) {
        String at = "events.yaml: " + type;
        if (!TYPE.matcher(type).matches()) {
            error(at, type, "a name such as alert.route");
        }
        require(at + ".schema", event.schema());
        require(at + ".lane", event.lane());
        require(at + ".personalData", event.personalData());
        require(at + ".purposes", event.purposes(), purposes -> {
            if (purposes.isEmpty()) {
                error(at + ".purposes", "none", "at least one purpose");
            }
        });
        require(at + ".family", event.family(), family -> {
            checkId(at + ".family", family);
            if (Topics.RECEIPTS.equals(family)) {
                error(at + ".family", family, "another name: receipts are the gate's");
            }
        });
        require(
                at + ".floor",
                event.floor(),
                floor -> require(at + ".default", event.defaultMarking(), marking -> {
                    if (marking.compareTo(floor) < 0) {
                        error(at + ".default", marking, "the floor " + floor + " or stricter");
                    }
                    if (floor == Tlp.CLEAR && Boolean.TRUE.equals(event.personalData())) {
                        error(at + ".floor", floor, "GREEN or stricter, as the event may carry personal data");
                    }
                }));
        require(at + ".publishers", event.publishers(), publishers -> checkKnown(at + ".publishers", publishers));
        require(at + ".receivers", event.receivers(), receivers -> {
            checkKnown(at + ".receivers", receivers.keySet());
            receivers.forEach((party, reception) -> require(at + ".receivers." + party, reception));
        });
        checkDuration(at + ".retention", event.retention());
    }

    private void checkBetweenEvents() {
        Map<String, String> schemas = new HashMap<>();
        Map<String, String> families = new HashMap<>();
        events.forEach((type, event) -> {
            if (event.schema() != null) {
                String owner = schemas.putIfAbsent(event.schema(), type);
                if (owner != null) {
                    error(
                            "events.yaml: " + type + ".schema",
                            event.schema(),
                            "a schema of its own; it belongs to " + owner);
                }
            }
            if (event.family() != null) {
                String first = families.putIfAbsent(event.family(), type);
                if (first != null) {
                    checkFamily(type, event, first);
                }
            }
        });
    }

    /** One topic takes a family, and a topic has one retention. */
    private void checkFamily(String type, EventEntry event, String first) {
        Duration expected = events.get(first) == null ? null : events.get(first).retention();
        if (event.retention() != null && expected != null && !event.retention().equals(expected)) {
            error(
                    "events.yaml: " + type + ".retention",
                    event.retention(),
                    "%s as for %s: a family is one class of retention".formatted(expected, first));
        }
    }

    /** Principals share one name space at the broker: two of one name would be one. */
    private void checkPrincipals() {
        Map<String, String> owners =
                new HashMap<>(Map.of("broker", "the broker itself", Party.PUBLIC, "everybody: receipts name it so"));
        require("platform.yaml: principals", platform.principals(), principals -> {
            checkPrincipal(owners, "gate", principals.gate());
            checkPrincipal(owners, "operations", principals.operations());
            checkPrincipal(owners, "auditor", principals.auditor());
        });
        parties.keySet().forEach(id -> claim(owners, "parties.yaml: " + id, id));
        parties.forEach((id, party) -> {
            if (party.systems() != null) {
                party.systems().forEach(system -> claim(owners, "parties.yaml: " + id + ".systems", system));
            }
        });
    }

    private void checkPrincipal(Map<String, String> owners, String role, @Nullable String found) {
        String at = "platform.yaml: principals." + role;
        require(at, found, principal -> claim(owners, at, principal));
    }

    private void claim(Map<String, String> owners, String at, String principal) {
        checkId(at, principal);
        String other = owners.putIfAbsent(principal, at);
        if (other != null) {
            error(at, principal, "a principal that is not taken; it belongs to " + other);
        }
    }

    private void checkKnown(String at, Set<String> ids) {
        ids.stream().filter(id -> !parties.containsKey(id)).forEach(id -> error(at, id, "one of " + parties.keySet()));
    }

    private void checkId(String at, String id) {
        if (!ID.matcher(id).matches()) {
            error(at, id, "lower-case letters, digits and '-', starting with a letter");
        }
    }

    private void checkDuration(String at, @Nullable Duration found) {
        require(at, found, duration -> {
            if (duration.isNegative() || duration.isZero()) {
                error(at, duration, "a positive ISO 8601 duration such as P90D");
            }
        });
    }

    private void checkEntries(String at, @Nullable Map<String, ?> map) {
        if (map == null || map.isEmpty()) {
            error(at, "none", "at least one");
        } else {
            map.forEach((id, entry) -> require(at + "." + id, entry));
        }
    }

    private void require(String at, @Nullable Object value) {
        require(at, value, present -> {});
    }

    private <T> void require(String at, @Nullable T value, Consumer<T> check) {
        if (value == null) {
            error(at, "nothing", "a value");
        } else {
            check.accept(value);
        }
    }

    private void error(String at, Object found, String expected) {
        errors.add("%s: found %s, expected %s".formatted(at, found, expected));
    }
}
