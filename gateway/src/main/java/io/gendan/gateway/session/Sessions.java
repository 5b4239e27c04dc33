package io.gendan.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gendan.gateway.GatewayConfig;
import io.gendan.gateway.http.Blocking;
import io.gendan.gateway.oidc.IdentityProvider;
import io.gendan.gateway.oidc.LogoutNotice;
import io.gendan.gateway.oidc.ProviderAway;
import io.gendan.gateway.oidc.Refused;
import io.gendan.gateway.oidc.Tokens;
import io.gendan.gateway.session.SessionStore.Outcome;
import org.jboss.logging.Logger;

/**
 * The signed-in browsers. Looking one up is answered from memory for a few seconds; its tokens are renewed by one replica at
 * a time, beside the requests as long as the old ones hold.
 */
@ApplicationScoped
public class Sessions {
    private static final Logger LOG = Logger.getLogger(Sessions.class);
    /** A token with less left is not sent on: it could expire on the way. */
    private static final Duration TOO_SHORT = Duration.ofSeconds(10);

    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(3);
    /** Below the connections of the pool, so that a slow identity provider leaves some for look-ups. */
    private static final int RENEWALS_AT_ONCE = 4;

    private final GatewayConfig.Session config;
    private final SessionStore store;
    private final IdentityProvider provider;
    private final Vault vault;
    private final Clock clock;
    private final Executor blocking;
    private final AsyncCache<SessionKey, Optional<Session>> recent;
    private final Set<SessionKey> renewing = ConcurrentHashMap.newKeySet();
    private final Semaphore renewals = new Semaphore(RENEWALS_AT_ONCE);
    private volatile long providerAwaySince = System.nanoTime() - TRY_AGAIN_AFTER.toNanos();

    Sessions(
            GatewayConfig gateway,
            SessionStore store,
            IdentityProvider provider,
            Vault vault,
            Clock clock,
            Blocking blocking) {
        this.config = gateway.session();
        this.store = store;
        this.provider = provider;
        this.vault = vault;
        this.clock = clock;
        this.blocking = blocking;
        this.recent = Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(config.cacheFor())
                .executor(blocking)
                .buildAsync();
    }

    /** A new session's secret, for the cookie; whoever presents it is signed in. */
    public String begin(Tokens tokens) {
        String secret = vault.newSecret();
        Instant now = clock.instant();
        store.insert(new Session(SessionKey.of(secret), tokens, now, now.plus(config.absolute())), now);
        return secret;
    }

    /** Completes at once where the session was asked for a moment ago; fails with what kept us from knowing. */
    public CompletableFuture<Optional<Session>> find(String secret) {
        SessionKey key = SessionKey.of(secret);
        return recent.get(key, (wanted, _) -> CompletableFuture.supplyAsync(() -> load(wanted), blocking)
                .whenComplete((_, failure) -> {
                    if (failure != null) LOG.warnf("a session could not be looked up: %s", failure.getMessage());
                }));
    }

    /** Whether {@link #find} would answer without asking the database. */
    public boolean isRecent(String secret) {
        return recent.getIfPresent(SessionKey.of(secret)) != null;
    }

    public String csrfToken(String secret) {
        return vault.csrfToken(secret);
    }

    public Optional<Session> end(String secret) {
        SessionKey key = SessionKey.of(secret);
        Optional<Session> session = store.find(key, clock.instant());
        store.delete(key);
        recent.synchronous().invalidate(key);
        return session;
    }

    public int end(LogoutNotice notice) {
        List<SessionKey> ended = store.delete(notice);
        recent.synchronous().invalidateAll(ended);
        return ended.size();
    }

    /** Removes what is over, from whichever replica comes first, and says how many are left. */
    public int sweep() {
        store.deleteEnded(clock.instant());
        return store.count();
    }

    private Optional<Session> load(SessionKey key) {
        Instant now = clock.instant();
        Optional<Session> found = store.find(key, now);
        if (found.isEmpty()) return found;
        Session session = found.get();
        if (session.seenAt().plus(TOUCH_EVERY).isBefore(now)) store.touch(key, now);
        Duration left = Duration.between(now, session.tokens().accessExpires());
        if (left.compareTo(TOO_SHORT) <= 0) return renew(session);
        if (left.compareTo(config.refreshAhead()) <= 0) renewBeside(session);
        return found;
    }

    private void renewBeside(Session session) {
        if (providerWasJustAway() || !renewing.add(session.key())) return;
        blocking.execute(() -> {
            try {
                renew(session);
                recent.synchronous().invalidate(session.key());
            } catch (ProviderAway | SessionsAway away) {
                LOG.warnf("tokens not renewed, the old ones still hold: %s", away.getMessage());
            } finally {
                renewing.remove(session.key());
            }
        });
    }

    /** New tokens, or the present ones where the provider is away and they still hold. */
    private Optional<Session> renew(Session session) {
        renewals.acquireUninterruptibly();
        try {
            return store.underLock(session.key(), clock.instant(), this::renewed);
        } catch (ProviderAway away) {
            if (session.tokens().accessExpires().isAfter(clock.instant())) return Optional.of(session);
            throw away;
        } finally {
            renewals.release();
        }
    }

    private Outcome renewed(Session locked) {
        Duration left = Duration.between(clock.instant(), locked.tokens().accessExpires());
        if (left.compareTo(config.refreshAhead()) > 0) return new Outcome.Keep();
        if (providerWasJustAway()) throw ProviderAway.asJustSeen();
        try {
            return new Outcome.Renew(provider.refresh(locked.tokens()));
        } catch (ProviderAway away) {
            providerAwaySince = System.nanoTime();
            throw away;
        } catch (Refused refused) {
            LOG.infof("a session ended with its login: %s", refused.getMessage());
            return new Outcome.End();
        }
    }

    private boolean providerWasJustAway() {
        return System.nanoTime() - providerAwaySince < TRY_AGAIN_AFTER.toNanos();
    }
}
