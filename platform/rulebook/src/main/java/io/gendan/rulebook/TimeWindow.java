package io.gendan.rulebook;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A part of the day, {@code 17:00–18:00}: open from its first minute, closed from its last. */
public record TimeWindow(LocalTime from, LocalTime to) {

    public TimeWindow {
        if (!from.isBefore(to)) throw new ValueFault("window-ends-before-it-starts", from, to);
    }

    @JsonCreator
    public static TimeWindow parse(String text) {
        String[] ends = text.strip().split("\\s*[–-]\\s*", -1);
        if (ends.length != 2) throw new ValueFault("no-window", text);
        try {
            return new TimeWindow(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
        } catch (DateTimeParseException _) {
            throw new ValueFault("no-window", text);
        }
    }

    public boolean contains(LocalTime time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    @Override
    @JsonValue
    public String toString() {
        return from + "–" + to;
    }
}
