package io.gendan.gateway.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gendan.gateway.GatewayConfig;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

/**
 * Token buckets per principal and per address, in this replica's memory. An address pays for requests without credentials and
 * for credentials that proved worthless, so that inventing names buys nobody more.
 */
@ApplicationScoped
public class RateLimits {
    /** Nothing to wait for. */
    public static final int GO = 0;

    private static final int MOST_BUCKETS = 200_000;

    private final boolean enabled;
    private final GatewayConfig.Rate principal;
    private final GatewayConfig.Rate address;
    private final Cache<String, Bucket> principals;
    private final Cache<String, Bucket> addresses;

    RateLimits(GatewayConfig config) {
        this.enabled = config.rates().enabled();
        this.principal = config.rates().principal();
        this.address = config.rates().address();
        this.principals = cache(principal);
        this.addresses = cache(address);
    }

    /** Seconds to wait, or {@link #GO}. */
    public int ofPrincipal(String name) {
        return enabled ? take(principals.get(name, _ -> bucket(principal))) : GO;
    }

    /** Seconds to wait, or {@link #GO}. */
    public int ofAddress(String name) {
        return enabled ? take(addresses.get(name, _ -> bucket(address))) : GO;
    }

    /** Seconds to wait for an address that presents credentials we have yet to look up; takes nothing. */
    public int waitOfAddress(String name) {
        if (!enabled) return GO;
        Bucket bucket = addresses.getIfPresent(name);
        if (bucket == null) return GO;
        var probe = bucket.estimateAbilityToConsume(1);
        return probe.canBeConsumed() ? GO : seconds(probe.getNanosToWaitForRefill());
    }

    private static int take(Bucket bucket) {
        if (bucket.tryConsume(1)) return GO;
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? GO : seconds(probe.getNanosToWaitForRefill());
    }

    private static int seconds(long nanos) {
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
    }

    private static Bucket bucket(GatewayConfig.Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    /** A bucket nobody used for as long as it takes to fill is as good as a new one. */
    private static Cache<String, Bucket> cache(GatewayConfig.Rate rate) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(Duration.ofSeconds(1 + rate.burst() / Math.max(1, rate.perSecond())))
                .build();
    }
}
