package org.heliograph.identity.accounts;

import java.time.Instant;
import java.util.Set;

/**
 * A person who logs in through the form.
 *
 * @param username the subject of the tokens; a function such as {@code xa-duty-officer}
 * @param party whose desk the person works at; for operators, who they work for
 * @param roles {@code officer} or {@code operator}, never both: operators see no content
 * @param passwordHash the password, as {@code {bcrypt}} and a hash of cost 10 or more
 * @param enabled whether the person may log in
 * @param tokensFrom tokens that were issued before are no longer good; a whole second, as times in tokens are
 */
public record Officer(
        String username, String party, Set<String> roles, String passwordHash, boolean enabled, Instant tokensFrom) {

    static final String OPERATOR = "operator";

    public Officer {
        Expect.name("username", username);
        Expect.that(
                !Accounts.RESERVED.contains(username), "username", "a name that is not " + Accounts.RESERVED, username);
        Expect.name("party", party);
        Expect.that(
                roles.size() == 1 && Set.of("officer", OPERATOR).containsAll(roles),
                "roles",
                "either officer or operator",
                roles);
        Expect.hash("passwordHash", passwordHash);
        roles = Set.copyOf(roles);
    }

    /** A new officer of a party; never an operator. */
    public static Officer made(String username, String party, String hash, Instant now) {
        return new Officer(username, party, Set.of("officer"), hash, true, Accounts.wholeSecondAfter(now));
    }

    public boolean isOperator() {
        return roles.contains(OPERATOR);
    }

    /** With another password; what was got with the one before ends. */
    public Officer withPassword(String hash, Instant now) {
        return new Officer(username, party, roles, hash, enabled, Accounts.tokensFrom(now, tokensFrom));
    }

    /** Enabled or not; whoever is disabled does not get back what was open before. */
    public Officer enabled(boolean may, Instant now) {
        return may == enabled
                ? this
                : new Officer(username, party, roles, passwordHash, may, Accounts.tokensFrom(now, tokensFrom));
    }

    @Override
    public String toString() {
        return "Officer[username=" + username + ", party=" + party + ", roles=" + roles + ", enabled=" + enabled + "]";
    }
}
