package io.gendan.core.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TurnsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
    private static final Predicate<String> EVERYBODY = _ -> true;

    @Test
    void severalTakeTurnsByDays() {
        var turns = new Turns(List.of("a", "b"), MONDAY, false, Map.of());

        assertThat(on(turns, 0, EVERYBODY)).contains("a");
        assertThat(on(turns, 1, EVERYBODY)).contains("b");
        assertThat(on(turns, 5, EVERYBODY)).contains("b");
        assertThat(on(turns, -1, EVERYBODY)).isEmpty();
    }

    @Test
    void onWorkingDaysNobodyIsOnAtWeekendsAndNoTurnIsLost() {
        var turns = new Turns(List.of("a", "b"), MONDAY, true, Map.of(MONDAY.plusDays(5), "b"));

        assertThat(on(turns, 4, EVERYBODY)).contains("a");
        assertThat(on(turns, 5, EVERYBODY)).isEmpty();
        assertThat(on(turns, 7, EVERYBODY)).contains("b");
    }

    @Test
    void aSwapComesBeforeTheTurnAndWhoIsNotThereAfterTheNext() {
        var turns = new Turns(List.of("a", "b", "c"), MONDAY, false, Map.of(MONDAY, "c"));

        assertThat(on(turns, 0, EVERYBODY)).contains("c");
        assertThat(on(turns, 0, Set.of("a", "b")::contains)).contains("a");
        assertThat(on(turns, 0, Set.of("b")::contains)).contains("b");
        assertThat(on(turns, 0, _ -> false)).isEmpty();
    }

    @Test
    void oneFixedPersonIsOnEveryDay() {
        var turns = new Turns(List.of("a"), MONDAY, false, Map.of());

        assertThat(on(turns, 400, EVERYBODY)).contains("a");
    }

    private static Optional<String> on(Turns turns, int day, Predicate<String> isThere) {
        return turns.on(
                MONDAY.plusDays(day),
                each -> each.getDayOfWeek() != DayOfWeek.SATURDAY && each.getDayOfWeek() != DayOfWeek.SUNDAY,
                isThere);
    }
}
