package org.heliograph.identity;

import org.heliograph.identity.accounts.Accounts;
import org.heliograph.identity.accounts.Officer;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Lets officers in through the form. Only who knows the password is told that the account may not be used now. */
final class OfficerLogin {

    private final Accounts accounts;

    private OfficerLogin(Accounts accounts) {
        this.accounts = accounts;
    }

    static DaoAuthenticationProvider provider(Accounts accounts, PasswordEncoder encoder) {
        OfficerLogin login = new OfficerLogin(accounts);
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(login::find);
        provider.setPasswordEncoder(encoder);
        provider.setPreAuthenticationChecks(_ -> {});
        provider.setPostAuthenticationChecks(login::requireStanding);
        return provider;
    }

    private UserDetails find(String username) {
        return accounts.officer(username)
                .map(LoggedIn::new)
                .orElseThrow(() -> new UsernameNotFoundException("no such officer"));
    }

    private void requireStanding(UserDetails person) {
        Officer officer = ((LoggedIn) person).officer();
        if (!officer.enabled()) {
            throw new DisabledException("This account is disabled. Your party or an operator can enable it again.");
        }
        if (accounts.isSuspended(officer.party())) {
            throw new LockedException("Your party is suspended. Operations can tell why, and until when.");
        }
    }
}
