package io.gendan.rulebook;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.gendan.rulebook.ReviewRules.Period;

/**
 * A period that is reviewed, by its name: {@code 2026-11}, {@code 2026-Q4}, {@code 2026-H2} or {@code 2026}.
 *
 * @param ends the first day after it
 */
public record ReviewPeriod(String name, LocalDate begins, LocalDate ends) {
    /** The period, if the name is one of this cycle. */
    public static Optional<ReviewPeriod> parse(String name, Period cycle) {
        String year = "(2\\d{3})";
        return switch (cycle) {
            case MONTH -> read(name, year + "-(0[1-9]|1[0-2])", 1);
            case QUARTER -> read(name, year + "-Q([1-4])", 3);
            case HALF_YEAR -> read(name, year + "-H([12])", 6);
            case YEAR -> read(name, year + "()", 12);
        };
    }

    private static Optional<ReviewPeriod> read(String name, String form, int months) {
        Matcher matcher = Pattern.compile(form).matcher(name);
        if (!matcher.matches()) return Optional.empty();
        int number = matcher.group(2).isEmpty() ? 1 : Integer.parseInt(matcher.group(2));
        var begins = LocalDate.of(Integer.parseInt(matcher.group(1)), (number - 1) * months + 1, 1);
        return Optional.of(new ReviewPeriod(name, begins, begins.plusMonths(months)));
    }
}
