package io.gendan.intake.rota;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Whose turn it is, in the company's time.
 *
 * @param username null where nobody is on that day
 */
public record Turn(LocalDate day, LocalTime time, String username) {
    /** Whoever is on: one or nobody. */
    public List<String> people() {
        return username == null ? List.of() : List.of(username);
    }
}
