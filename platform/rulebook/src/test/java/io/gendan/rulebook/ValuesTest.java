package io.gendan.rulebook;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ValuesTest {

    @ParameterizedTest
    @CsvSource({"2 wh, 2 wh", "1wd, 1 wd", "30 d, 30 d", "30 min, 30 min", "0.50 wh, 0.5 wh", "10 wd, 10 wd", "0 d, 0 d"
    })
    void lengthsOfTimeAreReadAndWritten(String text, String written) {
        assertThat(WorkingTime.parse(text)).hasToString(written).isEqualTo(WorkingTime.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "wh", "-1 wh", "2 weeks", "1e9 wh", "99999999999 wh", "2 wh 3", "1,5 wh"})
    void otherLengthsOfTimeAreRefused(String text) {
        assertThatThrownBy(() -> WorkingTime.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWindowIsOpenFromItsFirstMinuteAndClosedFromItsLast() {
        TimeWindow window = TimeWindow.parse("17:00–18:00");

        assertThat(window.contains(LocalTime.of(16, 59, 59))).isFalse();
        assertThat(window.contains(LocalTime.of(17, 0))).isTrue();
        assertThat(window.contains(LocalTime.of(17, 59, 59))).isTrue();
        assertThat(window.contains(LocalTime.of(18, 0))).isFalse();
        assertThat(window.length()).isEqualTo(Duration.ofHours(1));
        assertThat(window).hasToString("17:00–18:00").isEqualTo(TimeWindow.parse("17:00 - 18:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17:00", "18:00–17:00", "17:00–17:00", "25:00–26:00", "17:00–18:00–19:00", "5–6"})
    void otherWindowsAreRefused(String text) {
        assertThatThrownBy(() -> TimeWindow.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWindowOfDaysHoldsBothItsEnds() {
        DayWindow window = DayWindow.parse("15–20");

        assertThat(window.contains(LocalDate.of(2026, 2, 14))).isFalse();
        assertThat(window.contains(LocalDate.of(2026, 2, 15))).isTrue();
        assertThat(window.contains(LocalDate.of(2026, 2, 20))).isTrue();
        assertThat(window.contains(LocalDate.of(2026, 2, 21))).isFalse();
        assertThat(window).hasToString("15–20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "0–5", "20–15", "30–32", "a–b"})
    void otherWindowsOfDaysAreRefused(String text) {
        assertThatThrownBy(() -> DayWindow.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
