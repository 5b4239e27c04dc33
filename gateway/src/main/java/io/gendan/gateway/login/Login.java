package io.gendan.gateway.login;

import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.gateway.GatewayConfig;
import io.gendan.gateway.http.Answer;
import io.gendan.gateway.http.Cookies;
import io.gendan.gateway.http.Language;
import io.gendan.gateway.http.Refusal;
import io.gendan.gateway.oidc.IdentityProvider;
import io.gendan.gateway.oidc.ProviderAway;
import io.gendan.gateway.oidc.Refused;
import io.gendan.gateway.oidc.Tokens;
import io.gendan.gateway.session.Sessions;
import io.gendan.gateway.session.SessionsAway;
import io.gendan.gateway.session.Vault;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jboss.logging.Logger;

/** The authorization code flow with PKCE, state and nonce, and its end. Blocks. */
@ApplicationScoped
class Login {
    private static final Logger LOG = Logger.getLogger(Login.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final IdentityProvider provider;
    private final Sessions sessions;
    private final PendingLogins pending;
    private final Vault vault;
    private final Clock clock;
    private final URI publicUrl;

    Login(
            IdentityProvider provider,
            Sessions sessions,
            PendingLogins pending,
            Vault vault,
            Clock clock,
            GatewayConfig config) {
        this.provider = provider;
        this.sessions = sessions;
        this.pending = pending;
        this.vault = vault;
        this.clock = clock;
        this.publicUrl = config.publicUrl();
    }

    Answer begin(HttpServerRequest request) {
        var login = new PendingLogin(
                vault.newSecret(),
                vault.newSecret(),
                vault.newSecret(),
                ReturnPath.safe(request.getParam("return")),
                clock.instant());
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(Vault.sha256(login.codeVerifier()));
        String locale = Language.of(request.getHeader("Accept-Language")) == Language.ZH ? "zh-CN" : "en";
        try {
            return Answer.redirect(provider.signInUrl(login.state(), login.nonce(), challenge, locale))
                    .with(pending.cookieWith(pending.of(request), login));
        } catch (ProviderAway away) {
            return loginUnavailable(away);
        }
    }

    Answer finish(HttpServerRequest request) {
        List<PendingLogin> logins = pending.of(request);
        String state = request.getParam("state");
        Optional<PendingLogin> begun =
                logins.stream().filter(login -> login.state().equals(state)).findFirst();
        if (begun.isEmpty()) return alreadyFinished(request);
        String done = pending.cookieWithout(logins, begun.get());
        String code = request.getParam("code");
        try {
            if (code == null || !provider.isIssuer(request.getParam("iss")))
                return failed(request).with(done);
            Tokens tokens = provider.exchange(
                    code, begun.get().codeVerifier(), begun.get().nonce());
            Cookies.SESSION.in(request).ifPresent(sessions::end);
            String secret = sessions.begin(tokens);
            return home(begun.get().returnTo()).with(Cookies.SESSION.set(secret), done);
        } catch (Refused refused) {
            LOG.infof("login not finished: %s", refused.getMessage());
            return Answer.refused(Refusal.LOGIN_FAILED).with(done);
        } catch (ProviderAway away) {
            return loginUnavailable(away);
        } catch (SessionsAway away) {
            LOG.warn("login not finished", away);
            return Answer.refused(Refusal.LOGIN_UNAVAILABLE, RETRY_AFTER_SECONDS)
                    .with(done);
        }
    }

    /** Ends the session here and says where it ends everywhere. */
    Answer end(String secret) {
        String location = sessions.end(secret)
                .map(session -> provider.signOutUrl(session.tokens().idToken()))
                .orElseGet(() -> publicUrl.resolve("/").toString());
        return Answer.json(new JsonObject().put("location", location)).with(Cookies.SESSION.clear());
    }

    Answer me(String secret) {
        try {
            return sessions.find(secret)
                    .join()
                    .map(session -> {
                        var identity = session.tokens().identity();
                        return Answer.json(new JsonObject()
                                .put("username", identity.username())
                                .put("name", identity.name())
                                .put("roles", new JsonArray(identity.roles()))
                                .put("csrfToken", sessions.csrfToken(secret))
                                .put("expiresAt", session.expiresAt()));
                    })
                    .orElseGet(() -> Answer.refused(Refusal.NOT_SIGNED_IN).with(Cookies.SESSION.clear()));
        } catch (java.util.concurrent.CompletionException failure) {
            if (failure.getCause() instanceof ProviderAway away) return loginUnavailable(away);
            throw failure;
        }
    }

    /** The provider tells us that somebody's login is over. */
    Answer endedElsewhere(String logoutToken) {
        try {
            int ended = sessions.end(provider.logoutNotice(logoutToken));
            LOG.infof("%d sessions ended by the identity provider", ended);
            return Answer.empty(200);
        } catch (Refused refused) {
            LOG.warnf("logout token refused: %s", refused.getMessage());
            return Answer.refused(Refusal.BAD_REQUEST);
        }
    }

    /** Going back in the browser's history leads to a callback that was used; who is signed in just goes on. */
    private Answer alreadyFinished(HttpServerRequest request) {
        boolean signedIn = Cookies.SESSION
                .in(request)
                .flatMap(secret -> sessions.find(secret).join())
                .isPresent();
        return signedIn ? home(ReturnPath.HOME) : Answer.refused(Refusal.LOGIN_FAILED);
    }

    private Answer failed(HttpServerRequest request) {
        String error = request.getParam("error");
        if (error != null && error.matches("[a-z_]{1,40}")) LOG.infof("login not finished: %s", error);
        return Answer.refused(Refusal.LOGIN_FAILED);
    }

    private Answer home(String path) {
        return Answer.redirect(publicUrl.resolve("/").toString() + path.substring(1));
    }

    private static Answer loginUnavailable(ProviderAway away) {
        LOG.warn(away.getMessage());
        return Answer.refused(Refusal.LOGIN_UNAVAILABLE, RETRY_AFTER_SECONDS);
    }
}
