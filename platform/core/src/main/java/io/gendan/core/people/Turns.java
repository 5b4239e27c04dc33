package io.gendan.core.people;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Who is on, day by day: one fixed person, or several in turn (ORG-08).
 *
 * @param firstDay the first on the list is on that day
 * @param workingDays whether turns go by working days, with nobody on at other days
 * @param swapped who is on at days that were exchanged
 */
public record Turns(List<String> people, LocalDate firstDay, boolean workingDays, Map<LocalDate, String> swapped) {
    public Turns {
        people = List.copyOf(people);
        swapped = Map.copyOf(swapped);
    }

    /**
     * Who is on that day. Who is not there is passed over for the next on the list.
     *
     * @param isThere whether somebody is on duty that day
     */
    public Optional<String> on(LocalDate day, Predicate<LocalDate> isWorkingDay, Predicate<String> isThere) {
        if (day.isBefore(firstDay) || workingDays && !isWorkingDay.test(day)) return Optional.empty();
        return Optional.ofNullable(swapped.get(day)).filter(isThere).or(() -> inTurn(day, isWorkingDay, isThere));
    }

    private Optional<String> inTurn(LocalDate day, Predicate<LocalDate> isWorkingDay, Predicate<String> isThere) {
        long first = people.size() == 1 ? 0 : turnsBefore(day, isWorkingDay);
        return IntStream.range(0, people.size())
                .mapToObj(next -> people.get((int) ((first + next) % people.size())))
                .filter(isThere)
                .findFirst();
    }

    private long turnsBefore(LocalDate day, Predicate<LocalDate> isWorkingDay) {
        return workingDays
                ? firstDay.datesUntil(day).filter(isWorkingDay).count()
                : ChronoUnit.DAYS.between(firstDay, day);
    }
}
