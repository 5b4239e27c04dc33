package io.gendan.system;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.gendan.local.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What must hold after any fault: nothing lost, nothing doubled, order kept, nothing left behind. */
final class Effects {
    private static final List<String> ORDER = List.of(
            "intake.order.confirmed.v1",
            "intake.order.handed-over.v1",
            "intake.order.released.v1",
            "intake.order.completed.v1");

    private final WholeSystem system;

    Effects(WholeSystem system) {
        this.system = system;
    }

    void assertConfirmedOnceEverywhere(List<String> orders) {
        system.awaitEmptyOutboxes();
        for (String order : orders) {
            UUID id = UUID.fromString(order);
            await("contract's copy of " + order)
                    .atMost(Duration.ofSeconds(30))
                    .until(() ->
                            system.number(Part.CONTRACT, "select count(*) from confirmed_order where order_id = ?", id)
                                    == 1);
            await("timeline of " + order)
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> entries(id, "intake.order.confirmed.v1") > 0);
            assertThat(entries(id, "intake.order.confirmed.v1"))
                    .as("timeline entries of %s", order)
                    .isEqualTo(1);
            assertThat(system.number(
                            Part.INTAKE,
                            "select count(*) from audit_entry where record_id = ? and action = 'intake.order.confirmed'",
                            id))
                    .as("audit entries of %s", order)
                    .isEqualTo(1);
        }
        assertOrderKeptOnTheTopic(orders);
    }

    void assertCompletedOnceEverywhere(List<String> orders) {
        assertConfirmedOnceEverywhere(orders);
        for (String order : orders)
            for (String type : ORDER) {
                UUID id = UUID.fromString(order);
                await(type + " of " + order).atMost(Duration.ofSeconds(30)).until(() -> entries(id, type) > 0);
                assertThat(entries(id, type)).as("%s of %s", type, order).isEqualTo(1);
            }
    }

    private void assertOrderKeptOnTheTopic(List<String> orders) {
        var messages = new Topic(system, "intake.orders").read();
        for (String order : orders) {
            var ids = new java.util.LinkedHashMap<String, String>();
            messages.stream()
                    .filter(m -> order.equals(m.key()) && m.headers().containsKey("ce_source"))
                    .forEach(m -> ids.putIfAbsent(m.id(), m.type()));
            var known = ids.values().stream().filter(ORDER::contains).toList();
            assertThat(known)
                    .as("first occurrences about %s", order)
                    .isNotEmpty()
                    .isEqualTo(ORDER.subList(0, known.size()));
        }
    }

    private long entries(UUID order, String type) {
        return system.number(
                Part.FULFILLMENT, "select count(*) from timeline_entry where order_id = ? and type = ?", order, type);
    }
}
