package io.gendan.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.gendan.rulebook.TimeWindow;

/** The working calendar as one would do it by hand, minute by minute; whole minutes only. */
record SlowCalendar(
        WeeklyHours hours,
        Map<LocalDate, Boolean> announcedOff,
        Map<LocalDate, List<TimeWindow>> ownDays,
        ZoneId zone) {

    boolean isOpen(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return spansOn(local.toLocalDate()).stream().anyMatch(span -> span.contains(local.toLocalTime()));
    }

    boolean isWorkingDay(LocalDate date) {
        return !spansOn(date).isEmpty();
    }

    Instant nextOpen(Instant at) {
        Instant minute = at;
        while (!isOpen(minute)) minute = minute.plus(1, ChronoUnit.MINUTES);
        return minute;
    }

    Duration workingTimeBetween(Instant from, Instant to) {
        long minutes = 0;
        for (Instant minute = from; minute.isBefore(to); minute = minute.plus(1, ChronoUnit.MINUTES)) {
            if (isOpen(minute)) minutes++;
        }
        return Duration.ofMinutes(minutes);
    }

    /** Whether there is so much working time before the end; it looks no further than it has to. */
    boolean worksSoLong(Instant from, Instant end, Duration workingTime) {
        Duration left = workingTime;
        for (Instant minute = from;
                left.isPositive() && minute.isBefore(end);
                minute = minute.plus(1, ChronoUnit.MINUTES)) if (isOpen(minute)) left = left.minusMinutes(1);
        return !left.isPositive();
    }

    Instant plusWorkingTime(Instant start, Duration workingTime) {
        Instant minute = start;
        for (long left = workingTime.toMinutes(); left > 0; minute = minute.plus(1, ChronoUnit.MINUTES)) {
            if (isOpen(minute)) left--;
        }
        return minute;
    }

    /** The same, with the clock stopped from one moment until before the other. */
    Instant plusWorkingTime(Instant start, Duration workingTime, Instant paused, Instant resumed) {
        Instant minute = start;
        for (long left = workingTime.toMinutes(); left > 0; minute = minute.plus(1, ChronoUnit.MINUTES)) {
            boolean stopped = !minute.isBefore(paused) && minute.isBefore(resumed);
            if (!stopped && isOpen(minute)) left--;
        }
        return minute;
    }

    Instant plusWorkingDays(Instant start, int days) {
        LocalDate day = start.atZone(zone).toLocalDate();
        if (days == 0) {
            while (!isWorkingDay(day) || closing(day).isBefore(start)) day = day.plusDays(1);
            return closing(day);
        }
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) left--;
        }
        return closing(day);
    }

    private Instant closing(LocalDate day) {
        return day.atTime(spansOn(day).getLast().to()).atZone(zone).toInstant();
    }

    private List<TimeWindow> spansOn(LocalDate date) {
        if (ownDays.containsKey(date)) return ownDays.get(date);
        Boolean off = announcedOff.get(date);
        if (off == null) return hours.spans().get(date.getDayOfWeek());
        return off ? List.of() : hours.exchanged();
    }
}
