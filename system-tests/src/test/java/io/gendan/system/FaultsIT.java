package io.gendan.system;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.gendan.local.Part;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What breaks in mid-journey, and what must hold afterwards: nothing lost, nothing doubled, order per key kept. */
@ExtendWith(WholeSystem.class)
class FaultsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 4;

    private WholeSystem system;
    private Walks walks;
    private Effects effects;

    @BeforeEach
    void begin() {
        system = WholeSystem.get();
        walks = new Walks(system);
        effects = new Effects(system);
    }

    @Test
    @Requirement("INF-02")
    void everyServiceMayDieInMidJourney() throws Exception {
        var orders = during(4, Walks::whole, () -> {
            for (Part part : Part.services()) killAndStart(part.id());
            killAndStart("gateway");
        });

        effects.assertCompletedOnceEverywhere(orders);
    }

    @Test
    @Requirement("INF-02")
    void intakeMayDieAtAnyMomentWhileItPublishes() throws Exception {
        var orders = during(16, Walks::ordered, () -> {
            for (int i = 0; i < 3; i++) {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(200_000_000, 1_500_000_000));
                killAndStart("intake");
            }
        });

        effects.assertConfirmedOnceEverywhere(orders);
    }

    @Test
    @Requirement("INF-02")
    void anEventSentAndNotMarkedIsSentAgainAndTakesEffectOnce() throws Exception {
        var topic = new Topic(system, "intake.orders");
        var journey = walks.small(walks.customer());
        journey.inquire().quote().accept();
        system.awaitEmptyOutboxes();

        try (Connection holding = system.superuser(Part.INTAKE)) {
            holdMarks(holding);
            journey.confirm();
            await("sent").atMost(Duration.ofSeconds(20)).until(() -> !topic.about(journey.order())
                    .isEmpty());
            assertThat(system.number(
                            Part.INTAKE, "select count(*) from outbox_event where event_key = ?", uuid(journey)))
                    .as("not marked yet")
                    .isPositive();
            system.stack().kill("intake");
            letMarksGo(holding);
        }
        system.stack().start("intake");

        effects.assertConfirmedOnceEverywhere(List.of(journey.order()));
        var confirmed = topic.about(journey.order()).stream()
                .filter(m -> m.type().equals("intake.order.confirmed.v1"))
                .toList();
        assertThat(confirmed).as("sent twice").hasSizeGreaterThan(1);
        assertThat(confirmed)
                .extracting(Topic.Message::id)
                .as("known again")
                .containsOnly(confirmed.getFirst().id());
    }

    @Test
    @Requirement("INF-02")
    void withoutKafkaCommandsAreAcceptedAndCatchUp() throws Exception {
        var journey = walks.small(walks.customer());
        journey.inquire().quote().accept();
        system.stack().kill("kafka");

        journey.confirm();
        var more = during(2, Walks::ordered, () -> {});
        assertThat(system.number(Part.INTAKE, "select count(*) from outbox_event"))
                .isPositive();
        system.stack().start("kafka");

        more.add(journey.order());
        effects.assertConfirmedOnceEverywhere(more);
    }

    @Test
    @Requirement("INF-02")
    void kafkaMayDieInMidJourney() throws Exception {
        var orders = during(3, Walks::whole, () -> killAndStart("kafka"));

        effects.assertCompletedOnceEverywhere(orders);
    }

    @Test
    @Requirement("INF-02")
    void postgresMayDieInMidJourney() throws Exception {
        var orders = during(3, Walks::whole, () -> killAndStart("postgres"));

        effects.assertCompletedOnceEverywhere(orders);
    }

    @Test
    @Requirement("INF-02")
    void nobodyIsHandedAConnectionThatDiedWithItsDatabase() throws Exception {
        var token = system.stack().login(Walks.MERCHANDISER).access();
        var door = new Http(system.stack().url("gateway"), token, "zh");
        var requests = List.<Supplier<Http.Answer>>of(
                () -> door.get("/api/intake/v1/orders"),
                () -> door.get("/api/contract/v1/contracts"),
                () -> door.get("/api/fulfillment/v1/plans"),
                () -> door.get("/api/aftersales/v1/tickets"),
                () -> door.get("/api/performance/v1/reviews"),
                () -> door.with(null).get("/auth/me", "__Host-gendan=" + "A".repeat(43)));
        List<Integer> before = statusesOf(requests);

        try (var session = system.superuser(Part.INTAKE);
                var statement = session.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
        }
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());

        assertThat(statusesOf(requests)).isEqualTo(before).doesNotContain(500, 503);
    }

    /** Of each request several at once, so that more than one connection is asked for. */
    private static List<Integer> statusesOf(List<Supplier<Http.Answer>> requests) throws Exception {
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var request : requests) {
                Callable<Integer> status = () -> request.get().status();
                for (var answer : threads.invokeAll(Collections.nCopies(6, status))) statuses.add(answer.get());
            }
        }
        return statuses;
    }

    @Test
    @Requirement("INF-02")
    void twoReplicasShareTheWorkAndOneTakesOverFromTheOther() throws Exception {
        String second = system.stack().startReplica(Part.INTAKE);
        try {
            await("leases shared")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> system.number(
                                    Part.INTAKE,
                                    "select count(distinct owner) from outbox_lease where expires_at > now()")
                            == 2);
            var orders = during(12, Walks::ordered, () -> {
                LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
                system.stack().kill(second);
            });

            effects.assertConfirmedOnceEverywhere(orders);
            await("leases moved")
                    .atMost(Duration.ofSeconds(20))
                    .until(() ->
                            system.number(Part.INTAKE, "select count(*) from outbox_lease where expires_at > now()")
                                            == 16
                                    && system.number(
                                                    Part.INTAKE,
                                                    "select count(distinct owner) from outbox_lease where expires_at > now()")
                                            == 1);
        } finally {
            if (system.stack().status().stream().anyMatch(line -> line.name().equals(second)))
                system.stack().stop(second);
        }
    }

    @Test
    void withoutTheIdentityProviderAValidTokenGoesOnWorking() {
        var token = system.stack().login(Walks.TAKER).access();
        var sales = new Http(system.stack().url("gateway"), token, "zh");
        assertThat(sales.get("/api/intake/v1/orders").status()).isEqualTo(200);
        system.stack().kill("keycloak");
        try {
            assertThat(sales.get("/api/intake/v1/orders").status()).isEqualTo(200);
            var written = sales.post(
                    "/api/intake/v1/customers",
                    Map.of("name", "离线客户", "naturalPerson", false, "portalAccounts", List.of()));
            assertThat(written.status()).as("%s", written).isEqualTo(201);
            assertThat(new Http(sales.server(), null, "zh").get("/auth/me").status())
                    .isEqualTo(401);
        } finally {
            system.stack().start("keycloak");
        }
    }

    @Test
    void aServiceThatIsAwayIsSaidSoAndTheOthersGoOn() {
        var journey = walks.small(walks.customer());
        Walks.ordered(journey);
        var token = system.stack().login(Walks.MERCHANDISER).access();
        var door = new Http(system.stack().url("gateway"), token, "zh");
        system.stack().kill("aftersales");

        var away = door.get("/api/aftersales/v1/tickets");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.code()).isEqualTo("service-unavailable");
        assertThat(away.mediaType()).startsWith("application/problem+json");
        assertThat(door.get("/api/intake/v1/orders/" + journey.order()).status())
                .isEqualTo(200);
        assertThat(Timelines.awaited(journey, "intake.order.confirmed.v1")).isNotEmpty();

        system.stack().start("aftersales");
        assertThat(door.get("/api/aftersales/v1/tickets").status()).isNotEqualTo(503);
    }

    @Test
    @Requirement("INF-02")
    void aPoisonMessageIsSetAsideWithItsReasonAndCanBeReplayed() {
        var topic = new Topic(system, "intake.orders");
        var letters = new Topic(system, "contract.dead-letters");
        var journey = walks.small(walks.customer());
        journey.inquire().quote().accept().confirm();
        effects.assertConfirmedOnceEverywhere(List.of(journey.order()));

        String id = UUID.randomUUID().toString();
        topic.send(journey.order(), "{\"orderId\": garbage", "intake.order.confirmed.v1", id);
        journey.signContract().handOver().release(); // behind it in the same partition

        await("dead letter").atMost(Duration.ofSeconds(30)).until(() -> letters(letters, id) == 1);
        var letter = letters.read().stream()
                .filter(m -> id.equals(m.id()))
                .findFirst()
                .orElseThrow();
        assertThat(letter.headers())
                .containsEntry("dead-letter-topic", "intake.orders")
                .containsKey("dead-letter-reason");
        assertThat(letter.headers().get("dead-letter-reason")).isNotBlank();
        assertThat(Timelines.awaited(journey, "intake.order.released.v1")).isNotEmpty();

        var shown = system.admin().get("/api/contract/v1/operations/dead-letters?limit=200");
        assertThat(shown.toString()).contains(id);
        var replayed = system.admin().post("/api/contract/v1/operations/dead-letters/replay", null, Map.of());
        assertThat(replayed.path("replayed").asInt()).isPositive();
        await("the letter again").atMost(Duration.ofSeconds(30)).until(() -> letters(letters, id) == 2);
        assertThat(topic.about(journey.order()).stream().filter(m -> id.equals(m.id())))
                .as("put back on its topic")
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static long letters(Topic topic, String id) {
        return topic.read().stream().filter(m -> id.equals(m.id())).count();
    }

    /** Journeys under way, some at once, while the fault happens. @return their orders */
    private List<String> during(int journeys, Consumer<OrderJourney> steps, Runnable fault) throws Exception {
        var customer = walks.customer();
        var begun = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<String>> walking = new ArrayList<>();
            for (int i = 0; i < journeys; i++)
                walking.add(threads.submit(() -> {
                    var journey = walks.small(customer);
                    begun.countDown();
                    walks.walkThroughFaults(journey, steps, PATIENCE);
                    return journey.order();
                }));
            begun.await();
            fault.run();
            var orders = new ArrayList<String>();
            for (var journey : walking)
                try {
                    orders.add(journey.get());
                } catch (ExecutionException e) {
                    throw new AssertionError("a journey did not get through: " + e.getCause(), e.getCause());
                }
            return orders;
        }
    }

    private void killAndStart(String name) {
        system.stack().kill(name);
        system.stack().start(name);
    }

    /** From now on the relay can send and not mark: marking waits for a lock that this session has. */
    private static void holdMarks(Connection session) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute("""
                    create or replace function test_wait() returns trigger language plpgsql as
                    $$ begin perform pg_advisory_xact_lock(77); return null; end $$""");
            statement.execute("create trigger test_wait before delete on outbox_event execute function test_wait()");
            statement.execute("select pg_advisory_lock(77)");
        }
    }

    /** Ends what waits to mark for a relay that is dead, as a broken connection would. */
    private static void letMarksGo(Connection session) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'advisory' and datname = 'intake'");
            statement.execute("drop trigger test_wait on outbox_event");
            statement.execute("select pg_advisory_unlock(77)");
        }
    }

    private static UUID uuid(OrderJourney journey) {
        return UUID.fromString(journey.order());
    }
}
