package io.gendan.system;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import io.gendan.local.Part;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Deadlines that fall due while their service dies, or while several replicas look: each owner is warned once and then told
 * once, his superior once, and everybody else hears of it once. They are urgent, so that it does not matter whether it is
 * night.
 */
@ExtendWith(WholeSystem.class)
class DeadlinesIT {
    private static final String UNIT = "FTR";
    private static final String OWNER = "miaofeng";
    private static final String SUPERIOR = "weiaihua";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int TICKETS = 20;

    private static final String RESPONSES =
            " from deadline d join ticket t on t.id = d.record_id and d.code = 'first-response' and t.order_id = ?";

    private WholeSystem system;
    private Api clerk;
    private UUID order;

    @BeforeEach
    void anOrder() {
        system = WholeSystem.get();
        var walks = new Walks(system);
        var journey = walks.small(walks.customer());
        Walks.ordered(journey);
        order = UUID.fromString(journey.order());
        clerk = system.company().as(OWNER);
    }

    @Test
    @Requirement({"AFT-04", "AFT-07", "INF-02"})
    void aServiceMayDieWhileDeadlinesRunAndFallDue() {
        var limit = new Register(system, "aftersales.first-response.urgent", UNIT);
        var warning = new Register(system, "aftersales.warning", UNIT);
        limit.publish(Map.of("values", Map.of("limit", "1 min")));
        try {
            warning.publish(Map.of("values", Map.of("percent", 50)));
            openTickets();
            Instant end = Instant.now().plus(PATIENCE);
            while (count("select count(*)" + RESPONSES + " where d.status = 'RUNNING'") > 0) {
                assertThat(Instant.now()).as("all are missed in time").isBefore(end);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(3_000_000_000L, 6_000_000_000L));
                system.stack().kill("aftersales");
                system.stack().start("aftersales");
            }
        } finally {
            limit.publish(Map.of("endsException", true));
            warning.publish(Map.of("endsException", true));
        }

        assertEachOnce();
        assertThat(count("""
                            select count(*) from (select due_at, lag(due_at) over (order by a.id) as before
                                from audit_entry a join (select d.id, d.due_at\
                            """ + RESPONSES + ") d on d.id = a.record_id"
                        + " where a.action = 'deadline.missed') found where due_at < before"))
                .as("found missed before one that fell due earlier")
                .isZero();
    }

    @Test
    @Requirement({"AFT-04", "AFT-07", "INF-02"})
    void severalReplicasStrikeTheSameDeadlinesAndEachOnce() throws Exception {
        openTickets();
        String second = system.stack().startReplica(Part.AFTERSALES);
        try (var database = system.connect(Part.AFTERSALES);
                var fallDue = database.prepareStatement("""
                         update deadline set warn_at = now() + interval '1 second', watch_at = now() + interval '1 second',
                                             due_at = now() + interval '10 seconds'
                          where id in (select d.id\
                         """ + RESPONSES + ")")) {
            fallDue.setObject(1, order);
            assertThat(fallDue.executeUpdate()).isEqualTo(TICKETS);
            await("all are missed")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> count("select count(*)" + RESPONSES + " where d.status = 'RUNNING'") == 0);
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        } finally {
            system.stack().stop(second);
        }

        assertEachOnce();
    }

    private void openTickets() {
        for (String person : new String[] {OWNER, SUPERIOR})
            await(person + " in aftersales")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> system.number(
                                    Part.AFTERSALES, "select count(*) from staff_member where username = ?", person)
                            == 1);
        await("the order in aftersales")
                .atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from known_order where id = ?") == 1);
        for (int i = 0; i < TICKETS; i++)
            clerk.post(
                    "/api/aftersales/v1/tickets",
                    UUID.randomUUID().toString(),
                    Map.of(
                            "orderId", order,
                            "kind", "QUESTION",
                            "channel", "phone",
                            "text", "相框玻璃破损，如何更换？",
                            "urgency", "URGENT"));
        assertThat(count("select count(*)" + RESPONSES)).isEqualTo(TICKETS);
    }

    private void assertEachOnce() {
        for (String action : new String[] {"deadline.warned", "deadline.missed"})
            assertThat(count("select count(*) * 1000 + count(distinct a.record_id) from audit_entry a join (select d.id"
                            + RESPONSES + ") d on d.id = a.record_id where a.action = '" + action + "'"))
                    .as(action)
                    .isEqualTo(TICKETS * 1000 + TICKETS);
        assertThat(count("select count(*)" + RESPONSES + " where d.warned_at < d.missed_at and d.missed_at > d.due_at"))
                .as("warned first")
                .isEqualTo(TICKETS);
        for (String told :
                new String[] {OWNER + " deadline-near", OWNER + " deadline-missed", SUPERIOR + " deadline-escalated"})
            assertThat(count("select count(*) * 1000 + count(distinct n.record_id) from notice n"
                            + " join (select d.record_id" + RESPONSES + ") d on d.record_id = n.record_id"
                            + " where n.recipient || ' ' || n.text_key = '" + told + "'"))
                    .as(told)
                    .isEqualTo(TICKETS * 1000 + TICKETS);
        system.awaitEmptyOutboxes();
        assertThat(new Topic(system, "aftersales.tickets")
                        .about(order.toString()).stream()
                                .filter(message -> message.type().equals("aftersales.ticket.breached.v1"))
                                .map(Topic.Message::id)
                                .distinct())
                .hasSize(TICKETS);
    }

    private long count(String sql) {
        return system.number(Part.AFTERSALES, sql, order);
    }
}
