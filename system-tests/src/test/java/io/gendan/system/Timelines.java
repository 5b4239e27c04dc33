package io.gendan.system;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the timeline of an order says. */
final class Timelines {
    private Timelines() {}

    /** The types, oldest first, as soon as this one is among them. */
    static List<String> awaited(OrderJourney journey, String last) {
        await("timeline up to " + last).atMost(Duration.ofSeconds(20)).until(() -> journey.timeline()
                .contains(last));
        return journey.timeline();
    }

    static void assertOnce(List<String> timeline, String... types) {
        for (String type : types)
            assertThat(timeline.stream().filter(type::equals))
                    .as("%s in %s", type, timeline)
                    .hasSize(1);
    }
}
