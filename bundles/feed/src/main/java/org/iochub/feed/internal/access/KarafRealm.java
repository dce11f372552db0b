package org.iochub.feed.internal.access;

import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The users of the container, by its JAAS realm {@code karaf}. */
@Component
public final class KarafRealm implements PasswordRealm {
    private static final Logger LOG = LoggerFactory.getLogger(KarafRealm.class);
    private static final String ROLE_CLASS = "org.apache.karaf.jaas.boot.principal.RolePrincipal";

    @Override
    public Set<String> roles(String user, char[] password) {
        Subject subject = new Subject();
        try {
            new LoginContext("karaf", subject, callbacks -> answer(callbacks, user, password)).login();
        } catch (LoginException | SecurityException e) {
            LOG.debug("Basic sign-in refused", e);
            return Set.of();
        }
        return subject.getPrincipals().stream()
                .filter(principal -> principal.getClass().getName().equals(ROLE_CLASS))
                .map(Principal::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void answer(Callback[] callbacks, String user, char[] password) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) {
                name.setName(user);
            } else if (callback instanceof PasswordCallback secret) {
                secret.setPassword(password.clone());
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }
}
