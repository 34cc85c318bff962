package org.heliograph.identity.web;

import java.util.Set;
import java.util.SortedSet;
import org.heliograph.identity.accounts.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Parties that the policy suspends, as operations tells them: always all of them. */
@RestController
@RequestMapping("/api/suspensions")
class SuspensionsController {

    private final Accounts accounts;

    SuspensionsController(Accounts accounts) {
        this.accounts = accounts;
    }

    record Suspensions(@Nullable Set<String> parties) {}

    @GetMapping
    Suspensions list() {
        return new Suspensions(accounts.suspended());
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replace(@AuthenticationPrincipal Jwt token, @RequestBody Suspensions wanted) {
        if (wanted.parties() == null) {
            throw RefusedException.wrong("parties", "the ids of all parties that are suspended, none of them as []");
        }
        SortedSet<String> before = accounts.suspended();
        accounts.suspend(wanted.parties());
        Caller caller = Caller.of(token);
        SortedSet<String> now = accounts.suspended();
        now.stream().filter(party -> !before.contains(party)).forEach(party -> caller.did("party suspended", party));
        before.stream().filter(party -> !now.contains(party)).forEach(party -> caller.did("party resumed", party));
    }
}
