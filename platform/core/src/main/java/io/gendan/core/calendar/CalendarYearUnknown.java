package io.gendan.core.calendar;

import java.time.Year;

/** A deadline needs a year whose holidays nobody has announced yet; to guess it would move the deadline later. */
public class CalendarYearUnknown extends RuntimeException {
    private final Year year;

    CalendarYearUnknown(int year) {
        super("The holidays of " + year + " are not announced; add the State Council's notice of that year");
        this.year = Year.of(year);
    }

    public Year year() {
        return year;
    }
}
