package io.gendan.performance.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.gendan.core.problem.Problem;
import io.gendan.core.problem.Problem.FieldError;
import io.gendan.events.performance.CalendarEvent.AnnouncedDay;

/**
 * The State Council's notice of a year, in the form of the files on file.
 *
 * @param papers where it is published
 * @param days of the year that are not as their weekday is, and such of its neighbors as the notice names
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record HolidayNotice(
        @NotNull Integer year,
        @NotNull @Size(min = 1, max = 10) List<@NotBlank @Size(max = 500) String> papers,
        @NotNull @Size(min = 1, max = 150) List<@NotNull @Valid Day> days) {

    /**
     * @param name of the holiday
     * @param isOffDay a day off; otherwise a day worked in exchange for one
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Day(
            @Size(max = 100) String name,
            @NotNull LocalDate date,
            @NotNull Boolean isOffDay) {}

    /** @param last year that is announced so far */
    void requireSense(int first, int last) {
        var errors = new ArrayList<FieldError>();
        if (year < first || year > last + 1)
            errors.add(
                    new FieldError("year", "out-of-range", List.of(String.valueOf(first), String.valueOf(last + 1))));
        var seen = new HashSet<LocalDate>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate date = days.get(i).date();
            String field = "days[%d].date".formatted(i);
            if (Math.abs(date.getYear() - year) > 1)
                errors.add(new FieldError(
                        field, "out-of-range", List.of(String.valueOf(year - 1), String.valueOf(year + 1))));
            if (!seen.add(date)) errors.add(new FieldError(field, "day-twice", List.of()));
        }
        if (seen.stream().noneMatch(date -> date.getYear() == year))
            errors.add(new FieldError("days", "none-of-the-year", List.of(String.valueOf(year))));
        if (!errors.isEmpty()) throw new Problem.Invalid(errors);
    }

    /** In order of time. */
    List<AnnouncedDay> announcedDays() {
        return days.stream()
                .map(day -> new AnnouncedDay(day.date(), day.name(), day.isOffDay()))
                .sorted(Comparator.comparing(AnnouncedDay::date))
                .toList();
    }
}
