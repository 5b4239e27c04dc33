package io.gendan.core.calendar;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

/**
 * What this service knows of holidays and units' own days. As with the rules, each replica looks for news by itself every
 * two seconds.
 */
@Singleton
public class CalendarBooks {
    /** More earlier editions than this at a time are not kept: each is a few years of days. */
    private static final int KEPT = 16;

    private final CalendarEntries entries;
    private final HolidayNotices onFile = HolidayNotices.onFile();
    private final Clock clock;
    private final Map<Long, CalendarBook> earlier = new ConcurrentHashMap<>();
    private volatile CalendarBook current;

    @Inject
    CalendarBooks(CalendarEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
        current = new CalendarBook(0, onFile, Map.of(), clock.getZone());
    }

    /** @param edition null for the newest; an earlier one is only asked for when rulings are taken again */
    CalendarBook of(Long edition) {
        CalendarBook newest = current;
        if (edition == null || edition == newest.edition()) return newest;
        if (earlier.size() >= KEPT) earlier.clear();
        return earlier.computeIfAbsent(edition, this::read);
    }

    void beforeAnybodyAsks(@Observes StartupEvent start) {
        refresh();
    }

    /** Looks for news at once. */
    @Scheduled(every = "PT2S", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public synchronized void refresh() {
        long newest = entries.newest();
        if (newest != current.edition()) current = read(newest);
    }

    private CalendarBook read(long edition) {
        var known = entries.until(edition);
        return new CalendarBook(edition, onFile.and(known.years()), known.unitDays(), clock.getZone());
    }
}
