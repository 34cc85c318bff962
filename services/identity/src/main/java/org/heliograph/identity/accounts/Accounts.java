package org.heliograph.identity.accounts;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All accounts, and which parties are suspended. Read from files once; a change is durable before anybody sees it. Any
 * thread: readers never wait, changes take turns.
 */
public final class Accounts {

    /** The public client of officers, and the broker's superuser: no account has their names. */
    public static final SortedSet<String> RESERVED =
            Collections.unmodifiableSortedSet(new TreeSet<>(Set.of("broker", "desk")));

    private final AccountFolder folder;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile NavigableMap<String, SystemClient> clients;
    private volatile NavigableMap<String, Officer> officers;
    private volatile SortedSet<String> suspended;

    private Accounts(AccountFolder folder) {
        this.folder = folder;
        this.clients = folder.clients();
        this.officers = folder.officers();
        this.suspended = folder.suspensions();
    }

    /**
     * Reads all accounts.
     *
     * @throws InvalidAccountsException with file, field, what is expected and what was found
     */
    public static Accounts in(Path folder) {
        Accounts accounts = new Accounts(new AccountFolder(folder));
        // A name becomes the subject of a token: neither sort may pass for the other.
        accounts.officers.keySet().stream()
                .filter(accounts.clients::containsKey)
                .findFirst()
                .ifPresent(name -> {
                    throw accounts.folder.taken(name);
                });
        return accounts;
    }

    /**
     * The second from which tokens count after a change. Times in tokens are whole seconds, and a token that was issued
     * in the second of the change before has that second.
     */
    static Instant tokensFrom(Instant now, Instant before) {
        Instant second = wholeSecondAfter(now);
        return second.isAfter(before) ? second : before.plusSeconds(1);
    }

    static Instant wholeSecondAfter(Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(now) ? second : second.plusSeconds(1);
    }

    public Collection<SystemClient> clients() {
        return Collections.unmodifiableCollection(clients.values());
    }

    public Collection<Officer> officers() {
        return Collections.unmodifiableCollection(officers.values());
    }

    public SortedSet<String> suspended() {
        return Collections.unmodifiableSortedSet(suspended);
    }

    public Optional<SystemClient> client(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    public Optional<Officer> officer(String username) {
        return Optional.ofNullable(officers.get(username));
    }

    public boolean isSuspended(@Nullable String party) {
        return party != null && suspended.contains(party);
    }

    /** Whether the person may act, and nothing has ended what was opened with this state of the account. */
    public boolean isCurrent(Officer seen) {
        return officer(seen.username())
                .filter(now -> now.enabled() && now.tokensFrom().equals(seen.tokensFrom()))
                .filter(now -> !isSuspended(now.party()))
                .isPresent();
    }

    /** Whether a token that was issued to this subject at that second may still be used. */
    public boolean isGood(String subject, Instant issuedAt) {
        SystemClient client = clients.get(subject);
        if (client != null) {
            return !isSuspended(client.party()) && !issuedAt.isBefore(client.tokensFrom());
        }
        Officer officer = officers.get(subject);
        return officer != null
                && officer.enabled()
                && !isSuspended(officer.party())
                && !issuedAt.isBefore(officer.tokensFrom());
    }

    /** False if the name is taken. */
    public boolean add(SystemClient client) {
        return changed(() -> {
            if (isTaken(client.id())) {
                return false;
            }
            keep(client);
            return true;
        });
    }

    /** False if the name is taken. */
    public boolean add(Officer officer) {
        return changed(() -> {
            if (isTaken(officer.username())) {
                return false;
            }
            keep(officer);
            return true;
        });
    }

    /** What the client became; nothing if there is none. */
    public Optional<SystemClient> changeClient(String id, UnaryOperator<SystemClient> change) {
        return changed(() -> {
            Optional<SystemClient> next = client(id).map(change);
            next.ifPresent(this::keep);
            return next;
        });
    }

    /** What the officer became; nothing if there is none. */
    public Optional<Officer> changeOfficer(String username, UnaryOperator<Officer> change) {
        return changed(() -> {
            Optional<Officer> next = officer(username).map(change);
            next.ifPresent(this::keep);
            return next;
        });
    }

    /** False if there is none. */
    public boolean removeClient(String id) {
        return changed(() -> {
            if (!clients.containsKey(id)) {
                return false;
            }
            folder.removeClient(id);
            NavigableMap<String, SystemClient> next = new TreeMap<>(clients);
            next.remove(id);
            clients = next;
            return true;
        });
    }

    /** These parties and no others are suspended from now on. */
    public void suspend(Collection<String> parties) {
        changed(() -> {
            SortedSet<String> next = new TreeSet<>(parties);
            next.forEach(party -> Expect.name("parties[]", party));
            if (!next.equals(suspended)) {
                folder.write(next);
                suspended = next;
            }
            return next;
        });
    }

    private boolean isTaken(String name) {
        return clients.containsKey(name) || officers.containsKey(name);
    }

    private void keep(SystemClient client) {
        folder.write(client);
        clients = with(clients, client.id(), client);
    }

    private void keep(Officer officer) {
        folder.write(officer);
        officers = with(officers, officer.username(), officer);
    }

    private static <T> NavigableMap<String, T> with(Map<String, T> accounts, String name, T account) {
        NavigableMap<String, T> next = new TreeMap<>(accounts);
        next.put(name, account);
        return next;
    }

    private <T> T changed(Supplier<T> change) {
        changing.lock();
        try {
            return change.get();
        } finally {
            changing.unlock();
        }
    }
}
