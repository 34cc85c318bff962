package org.heliograph.identity.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.heliograph.identity.accounts.Accounts;
import org.heliograph.identity.accounts.Credentials;
import org.heliograph.identity.accounts.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People: their party says who they are; operators may stop each of them. */
@RestController
@RequestMapping("/api/officers")
class OfficersController {

    private static final Set<String> OFFICER = Set.of("officer");

    private final Accounts accounts;
    private final Credentials credentials;
    private final Clock clock;

    OfficersController(Accounts accounts, Credentials credentials, Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.clock = clock;
    }

    record Listed(String username, String party, List<String> roles, boolean enabled) {

        static Listed of(Officer officer) {
            return new Listed(
                    officer.username(),
                    officer.party(),
                    officer.roles().stream().sorted().toList(),
                    officer.enabled());
        }
    }

    record NewOfficer(@Nullable String username, @Nullable Set<String> roles) {}

    /** Shown once. */
    record NewPassword(String username, String password) {}

    @GetMapping
    List<Listed> list(@AuthenticationPrincipal Jwt token) {
        Caller caller = Caller.of(token);
        return accounts.officers().stream()
                .filter(officer -> caller.mayManage(officer.party()))
                .map(Listed::of)
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewPassword add(@AuthenticationPrincipal Jwt token, @RequestBody NewOfficer wanted) {
        Caller caller = Caller.of(token);
        if (wanted.username() == null || !wanted.username().startsWith(caller.party() + "-")) {
            throw RefusedException.wrong("username", "a name that begins with '" + caller.party() + "-'");
        }
        if (!OFFICER.equals(wanted.roles())) {
            throw RefusedException.wrong("roles", "[\"officer\"]; operators are not a party's to add");
        }
        Credentials.Made password = credentials.random();
        Officer officer = Officer.made(wanted.username(), caller.party(), password.hash(), clock.instant());
        if (!accounts.add(officer)) {
            throw RefusedException.conflict("the name '" + officer.username() + "' is taken by an officer or a client");
        }
        caller.did("officer added", officer.username());
        return new NewPassword(officer.username(), password.clear());
    }

    @PostMapping("/{username}/password")
    NewPassword resetPassword(@AuthenticationPrincipal Jwt token, @PathVariable String username) {
        Credentials.Made password = credentials.random();
        change(token, username, "password reset", officer -> officer.withPassword(password.hash(), clock.instant()));
        return new NewPassword(username, password.clear());
    }

    @PostMapping("/{username}/disable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(@AuthenticationPrincipal Jwt token, @PathVariable String username) {
        change(token, username, "officer disabled", officer -> officer.enabled(false, clock.instant()));
    }

    @PostMapping("/{username}/enable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enable(@AuthenticationPrincipal Jwt token, @PathVariable String username) {
        change(token, username, "officer enabled", officer -> officer.enabled(true, clock.instant()));
    }

    private void change(Jwt token, String username, String what, UnaryOperator<Officer> change) {
        Caller caller = Caller.of(token);
        boolean changed = accounts.officer(username)
                .filter(officer -> caller.mayManage(officer.party()))
                .flatMap(officer -> accounts.changeOfficer(username, change))
                .isPresent();
        if (!changed) {
            throw RefusedException.notFound("officer", username);
        }
        caller.did(what, username);
    }
}
