package org.heliograph.identity.web;

import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who calls, by the token. */
record Caller(String name, String party, boolean isOperator) {

    private static final Logger log = LoggerFactory.getLogger(Caller.class);

    static Caller of(Jwt token) {
        return new Caller(
                Objects.requireNonNull(token.getSubject()),
                Objects.requireNonNullElse(token.getClaimAsString("party"), ""),
                Objects.requireNonNullElse(token.getClaimAsStringList("roles"), List.of())
                        .contains("operator"));
    }

    /** Whether the caller may see an account of this party. */
    boolean mayManage(String accountOf) {
        return isOperator || party.equals(accountOf);
    }

    /** Every change is told: who did what to whom, never with what secret. */
    void did(String what, String whom) {
        log.atInfo()
                .addKeyValue("who", name)
                .addKeyValue("what", what)
                .addKeyValue("whom", whom)
                .log("accounts changed");
    }
}
