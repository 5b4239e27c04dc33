package io.gendan.performance.account;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings that a test changes as it goes. */
class AccountSettingsOfTests implements AccountSettings {
    volatile boolean managed;
    volatile boolean invitations;
    volatile URI realm;
    volatile String secret = RealmDouble.SECRET;

    AccountSettingsOfTests(RealmDouble realm) {
        this.realm = realm.address();
    }

    @Override
    public boolean managed() {
        return managed;
    }

    @Override
    public Optional<URI> realm() {
        return Optional.of(realm);
    }

    @Override
    public String clientId() {
        return "gendan-accounts";
    }

    @Override
    public Optional<String> clientSecret() {
        return Optional.ofNullable(secret);
    }

    @Override
    public boolean invitations() {
        return invitations;
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(500);
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(800);
    }

    @Override
    public Duration firstRetry() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration longestRetry() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration turnOfOthers() {
        return Duration.ofMillis(100);
    }

    @Override
    public Duration compareEvery() {
        return Duration.ofDays(1);
    }
}
