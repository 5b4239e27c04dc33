package io.gendan.core.problem;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextArgumentsTest {
    @Test
    void whatIsKeptIsReadTheSameWayLater() {
        var kept = TextArguments.kept(
                Map.of(
                        "due",
                        Instant.parse("2026-11-20T16:30:00Z"),
                        "amount",
                        new BigDecimal("5E+4"),
                        "status",
                        Thread.State.NEW,
                        "parts",
                        List.of("legal", Thread.State.NEW),
                        "text",
                        "{text}"),
                ZoneId.of("Asia/Shanghai"));

        assertThat(kept)
                .containsEntry("due", "2026-11-21 00:30")
                .containsEntry("amount", "50000")
                .containsEntry("status", "NEW")
                .containsEntry("parts", List.of("legal", "NEW"))
                .containsEntry("text", "{text}");
    }
}
