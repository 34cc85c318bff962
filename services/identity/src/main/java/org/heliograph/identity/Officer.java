package org.heliograph.identity;

import java.util.Set;

/**
 * A person who logs in through the form.
 *
 * @param username the subject of the tokens; a function such as {@code xa-duty-officer}
 * @param passwordHash the password, as {@code {bcrypt}} and a hash of cost 10 or more
 * @param party whose desk the person works at; for operators, who they work for
 * @param roles {@code officer} or {@code operator}, never both: operators see no content
 */
record Officer(String username, String passwordHash, String party, Set<String> roles) {

    static final String OPERATOR = "operator";

    Officer {
        Expect.that(Expect.isPrincipal(username), "heliograph.identity.officers[].username", Expect.PRINCIPAL);
        String owner = "heliograph.identity.officers[" + username + "].";
        Expect.that(Expect.isHash(passwordHash), owner + "password-hash", Expect.HASH);
        Expect.that(Expect.isPrincipal(party), owner + "party", Expect.PRINCIPAL);
        Expect.that(
                roles != null
                        && roles.size() == 1
                        && Set.of("officer", OPERATOR).containsAll(roles),
                owner + "roles",
                "either officer or operator");
        roles = Set.copyOf(roles);
    }

    boolean isOperator() {
        return roles.contains(OPERATOR);
    }
}
