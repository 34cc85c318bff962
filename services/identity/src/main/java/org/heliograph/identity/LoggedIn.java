package org.heliograph.identity;

import java.util.Collection;
import java.util.List;
import org.heliograph.identity.accounts.Officer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Who logged in, as the account was then: a session and a code are good only while nothing has ended that state of it.
 */
record LoggedIn(Officer officer) implements UserDetails {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public String getPassword() {
        return officer.passwordHash();
    }

    @Override
    public String getUsername() {
        return officer.username();
    }
}
