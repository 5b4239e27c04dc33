package io.gendan.core.calendar;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.gendan.rulebook.StaffRules;
import io.gendan.rulebook.TimeWindow;

/**
 * When a unit works in an ordinary week. A day without spans is a day off. On an exchanged working day the unit works the
 * hours of {@code exchanged}, for that day stands in for an ordinary one.
 */
public record WeeklyHours(Map<DayOfWeek, List<TimeWindow>> spans, List<TimeWindow> exchanged) {

    public WeeklyHours {
        Map<DayOfWeek, List<TimeWindow>> ordered = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) ordered.put(day, inOrder(spans.getOrDefault(day, List.of())));
        spans = Map.copyOf(ordered);
        exchanged = inOrder(exchanged);
        if (exchanged.isEmpty() || spans.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a unit that never works has no deadlines");
        }
    }

    /** The same spans on each of the days, and on an exchanged one. */
    public static WeeklyHours of(Set<DayOfWeek> days, TimeWindow... spans) {
        Map<DayOfWeek, List<TimeWindow>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> week.put(day, List.of(spans)));
        return new WeeklyHours(week, List.of(spans));
    }

    /** Those of a rule, the same on each of its days. */
    static WeeklyHours of(StaffRules.WorkingHours hours) {
        return of(hours.days(), hours.spans().toArray(TimeWindow[]::new));
    }

    List<TimeWindow> on(DayOfWeek day) {
        return spans.get(day);
    }

    static List<TimeWindow> inOrder(List<TimeWindow> spans) {
        List<TimeWindow> ordered =
                spans.stream().sorted(Comparator.comparing(TimeWindow::from)).toList();
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).from().isBefore(ordered.get(i - 1).to())) {
                throw new IllegalArgumentException(
                        "spans overlap: %s, %s".formatted(ordered.get(i - 1), ordered.get(i)));
            }
        }
        return ordered;
    }
}
