package io.gendan.core.time;

import java.time.Clock;
import java.time.ZoneId;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one clock. Its zone is the company's: dates without a time are dates there. */
@Singleton
class ClockProducer {
    @Produces
    @Singleton
    Clock clock(@ConfigProperty(name = "gendan.zone") ZoneId zone) {
        return Clock.system(zone);
    }
}
