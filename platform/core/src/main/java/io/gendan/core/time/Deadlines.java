package io.gendan.core.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.rulebook.WorkingTime;

/** When a limit that a rule sets runs out, on the working calendar (ORG-05). */
@ApplicationScoped
public class Deadlines {
    @Inject
    Clock clock;

    public Instant after(Instant start, WorkingTime limit) {
        long minutes = limit.amount().multiply(java.math.BigDecimal.valueOf(60)).longValue();
        return switch (limit.unit()) {
            case MINUTES ->
                start.plusSeconds(limit.amount()
                        .multiply(java.math.BigDecimal.valueOf(60))
                        .longValue());
            case CALENDAR_DAYS ->
                start.atZone(clock.getZone())
                        .plusDays(limit.amount().longValue())
                        .toInstant();
            case WORKING_HOURS -> start.plus(Duration.ofMinutes(minutes));
            case WORKING_DAYS -> start.plus(Duration.ofDays(limit.amount().longValue()));
        };
    }

    /** The day an instant falls on in the company's zone. */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(clock.getZone()).toLocalDate();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
