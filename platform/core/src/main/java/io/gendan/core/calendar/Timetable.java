package io.gendan.core.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import io.gendan.rulebook.TimeWindow;

/**
 * All spans of all years in order, each with the working time before it, so that every question is a binary search. Times
 * are nanoseconds since 1970, which last until 2262.
 */
final class Timetable {
    private final long[] opens;
    private final long[] closes;
    /** Working time before each span, and at the end the whole. */
    private final long[] worked;

    private final long[] workingDays;
    private final long[] dayCloses;

    private Timetable(long[] opens, long[] closes, long[] workingDays, long[] dayCloses) {
        this.opens = opens;
        this.closes = closes;
        this.workingDays = workingDays;
        this.dayCloses = dayCloses;
        this.worked = new long[opens.length + 1];
        for (int i = 0; i < opens.length; i++) worked[i + 1] = worked[i] + closes[i] - opens[i];
    }

    boolean isWorkingDay(LocalDate date) {
        return Arrays.binarySearch(workingDays, date.toEpochDay()) >= 0;
    }

    boolean isOpen(long at) {
        int span = atMost(opens, at);
        return span >= 0 && at < closes[span];
    }

    OptionalLong nextOpen(long at) {
        if (isOpen(at)) return OptionalLong.of(at);
        return get(opens, atMost(opens, at) + 1);
    }

    Duration total() {
        return Duration.ofNanos(worked[opens.length]);
    }

    long workedBefore(long at) {
        int span = atMost(opens, at);
        return span < 0 ? 0 : worked[span] + Math.min(at, closes[span]) - opens[span];
    }

    /** The first moment before which there is so much working time. */
    OptionalLong whenWorked(long time) {
        int span = atMost(worked, time - 1);
        if (span == opens.length) return OptionalLong.empty();
        return OptionalLong.of(opens[span] + time - worked[span]);
    }

    OptionalLong closingAfter(LocalDate day, int days, long at) {
        if (days > 0) return get(dayCloses, (long) atMost(workingDays, day.toEpochDay()) + days);
        int sameOrNext = atMost(workingDays, day.toEpochDay() - 1) + 1;
        OptionalLong closing = get(dayCloses, sameOrNext);
        return closing.isPresent() && closing.getAsLong() < at ? get(dayCloses, sameOrNext + 1) : closing;
    }

    private static OptionalLong get(long[] values, long index) {
        return index < values.length ? OptionalLong.of(values[(int) index]) : OptionalLong.empty();
    }

    /** The index of the last value not above the limit, -1 where there is none; the values differ. */
    private static int atMost(long[] values, long limit) {
        int found = Arrays.binarySearch(values, limit);
        return found >= 0 ? found : -found - 2;
    }

    /** Takes the days in order. */
    static final class Builder {
        private final ZoneId zone;
        private final LongStream.Builder opens = LongStream.builder();
        private final LongStream.Builder closes = LongStream.builder();
        private final LongStream.Builder workingDays = LongStream.builder();
        private final LongStream.Builder dayCloses = LongStream.builder();

        Builder(ZoneId zone) {
            this.zone = zone;
        }

        void add(LocalDate day, List<TimeWindow> spans) {
            if (spans.isEmpty()) return;
            for (TimeWindow span : spans) {
                long open = nanos(day, span.from());
                long close = nanos(day, span.to());
                if (open == close) continue; // swallowed by a clock put forward
                opens.add(open);
                closes.add(close);
            }
            workingDays.add(day.toEpochDay());
            dayCloses.add(nanos(day, spans.getLast().to()));
        }

        Timetable build() {
            return new Timetable(
                    opens.build().toArray(),
                    closes.build().toArray(),
                    workingDays.build().toArray(),
                    dayCloses.build().toArray());
        }

        private long nanos(LocalDate day, LocalTime time) {
            ZoneOffsetTransition change = zone.getRules().getTransition(day.atTime(time));
            boolean skipped = change != null && change.isGap();
            return WorkingCalendar.nanos(
                    skipped
                            ? change.getInstant()
                            : day.atTime(time).atZone(zone).toInstant());
        }
    }
}
