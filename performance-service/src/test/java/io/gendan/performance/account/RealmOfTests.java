package io.gendan.performance.account;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.test.Mock;

/** The realm of the service under test. Its accounts are managed only while a test says so. */
@Singleton
class RealmOfTests {
    final RealmDouble realm = new RealmDouble();
    final AccountSettingsOfTests settings = new AccountSettingsOfTests(realm);

    @Mock
    @Produces
    @ApplicationScoped
    AccountSettings settings() {
        return settings;
    }

    @PreDestroy
    void end() {
        realm.close();
    }
}
