package io.gendan.rulebook;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Days of a month, both included: {@code 15–20}. */
public record DayWindow(int first, int last) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,2})\\s*[–-]\\s*(\\d{1,2})");

    public DayWindow {
        if (first < 1 || last > 31 || first > last) throw new ValueFault("day-window-outside-the-month", first, last);
    }

    @JsonCreator
    public static DayWindow parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) throw new ValueFault("no-day-window", text);
        return new DayWindow(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    public boolean contains(LocalDate date) {
        return first <= date.getDayOfMonth() && date.getDayOfMonth() <= last;
    }

    @Override
    @JsonValue
    public String toString() {
        return first + "–" + last;
    }
}
