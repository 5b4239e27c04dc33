package io.gendan.performance.staff;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RevisionTest {
    private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");

    @Test
    void eachTellingHasAHigherOneThoughItsClockIsBehind() {
        int first = Revision.after(0, NOON);

        assertThat(Revision.after(first, NOON)).isGreaterThan(first);
        assertThat(Revision.after(first, NOON.minus(Duration.ofDays(1)))).isGreaterThan(first);
    }

    @Test
    void aRegisterRestoredFromABackupTellsHigherOnesThanBefore() {
        int inTheBackup = Revision.after(0, NOON);
        int told = inTheBackup;
        for (int i = 0; i < 30; i++) told = Revision.after(told, NOON.plus(Duration.ofHours(i)));

        assertThat(Revision.after(inTheBackup, NOON.plus(Duration.ofHours(31)))).isGreaterThan(told);
    }
}
