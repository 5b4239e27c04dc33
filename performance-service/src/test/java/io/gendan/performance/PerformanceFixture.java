package io.gendan.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.store.Ids;
import io.gendan.events.DomainEvent;
import io.gendan.events.Money;
import io.gendan.events.aftersales.TicketEvent;
import io.gendan.events.aftersales.VisitEvent;
import io.gendan.events.fulfillment.ShipmentEvent;
import io.gendan.events.intake.OrderEvent;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/** A company of its own for each test: units and people imported as HR would, events sent as the others would. */
@ApplicationScoped
public class PerformanceFixture {
    public static final String API = "/api/performance/v1/";

    private static final String PEOPLE_HEADER = "username,name,email,unit,level,superior,roles,post\n";
    private static final String UNITS_HEADER = "code,name,name_en,parent,profile\n";

    /** A unit with its people; user names end with the unit's number. */
    public record Company(
            String unit,
            String leader,
            String legal,
            String head,
            String supervisor,
            String seller,
            String follower,
            String clerk) {}

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector kafka;

    @Inject
    Told told;

    @Inject
    EntityManager entities;

    public static ValidatableResponse importUnits(String rows) {
        return Tokens.as("hr", "HR")
                .contentType("text/csv; charset=UTF-8")
                .body(UNITS_HEADER + rows)
                .post(API + "units/import")
                .then();
    }

    public static ValidatableResponse importPeople(String rows) {
        return importPeople(rows, false);
    }

    public static ValidatableResponse importPeople(String rows, boolean dryRun) {
        return Tokens.as("hr", "HR")
                .contentType("text/csv; charset=UTF-8")
                .queryParam("dryRun", dryRun)
                .body(PEOPLE_HEADER + rows)
                .post(API + "staff/import")
                .then();
    }

    public Company company() {
        String number = UUID.randomUUID().toString().substring(0, 8);
        var company = new Company(
                "U-" + number.toUpperCase(java.util.Locale.ROOT),
                "leader" + number,
                "legal" + number,
                "head" + number,
                "supv" + number,
                "seller" + number,
                "follower" + number,
                "clerk" + number);
        importUnits(company.unit() + ",外贸事业部,Foreign trade,,trade\n").statusCode(200);
        importPeople(people(company)).statusCode(200).body("added", is(7)).body("errors.size()", is(0));
        return company;
    }

    public static String people(Company company) {
        return row(company.leader(), company.unit(), "LEADER", "", "LEAD")
                + row(company.legal(), company.unit(), "", company.leader(), "LEGAL")
                + row(company.head(), company.unit(), "HEAD", company.leader(), "HEAD")
                + row(company.supervisor(), company.unit(), "SUPERVISOR", company.head(), "SUPV")
                + row(company.seller(), company.unit(), "L1", company.supervisor(), "SALES")
                + row(company.follower(), company.unit(), "L1", company.supervisor(), "MERCH")
                + row(company.clerk(), company.unit(), "L1", company.supervisor(), "CS");
    }

    public static String row(String username, String unit, String level, String superior, String roles) {
        return "%s,姓名,%s@gendan.example,%s,%s,%s,%s,岗位\n".formatted(username, username, unit, level, superior, roles);
    }

    public void send(String channel, DomainEvent event) {
        send(channel, event, Ids.next());
    }

    public void send(String channel, DomainEvent event, UUID id) {
        kafka.source(channel).send(told.message(event, id));
    }

    /** An order's whole way, as the other services tell it: confirmed, released, received, visited, completed. */
    public UUID completedOrder(Company company, Instant at, int daysLate, int rating) {
        UUID order = releasedOrder(company, at);
        send(
                "fulfillment-shipments",
                new ShipmentEvent.ShipmentReceived(
                        Ids.next(),
                        order,
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 1).plusDays(daysLate),
                        daysLate,
                        company.seller(),
                        company.follower(),
                        "customer",
                        at));
        send(
                "aftersales-visits",
                new VisitEvent.VisitDone(
                        Ids.next(), order, rating, company.seller(), company.follower(), "asrep", true, at));
        send(
                "intake-orders",
                new OrderEvent.OrderCompleted(
                        order, "SO-1", Ids.next(), "trade", company.unit(), company.seller(), company.follower(), at));
        return order;
    }

    public UUID releasedOrder(Company company, Instant at) {
        UUID order = confirmedOrder(company, at);
        send(
                "intake-orders",
                new OrderEvent.OrderReleased(
                        order,
                        "SO-1",
                        Ids.next(),
                        "trade",
                        company.unit(),
                        company.seller(),
                        company.follower(),
                        List.of(),
                        Money.cny("100"),
                        "上海",
                        LocalDate.of(2026, 12, 1),
                        at));
        return order;
    }

    public UUID confirmedOrder(Company company, Instant at) {
        UUID order = Ids.next();
        send(
                "intake-orders",
                new OrderEvent.OrderConfirmed(
                        order,
                        "SO-1",
                        Ids.next(),
                        Ids.next(),
                        Ids.next(),
                        "trade",
                        company.unit(),
                        company.seller(),
                        List.of(),
                        Money.cny("100"),
                        "上海",
                        LocalDate.of(2026, 12, 1),
                        "货到付款",
                        false,
                        at));
        return order;
    }

    public void corrected(UUID order, String cause, String attributedTo, Instant at) {
        send("intake-orders", new OrderEvent.OrderCorrected(order, cause, attributedTo, "数量有误", "merch", at));
    }

    public void complaint(UUID order, String causedBy, Instant at) {
        send(
                "aftersales-tickets",
                new TicketEvent.ComplaintWellFounded(Ids.next(), order, causedBy, "investigator", at));
    }

    public void awaitFactsOf(String username, long number) {
        await().until(() -> factsOf(username), is(number));
    }

    public long factsOf(String username) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        (Long) entities.createNativeQuery("select count(*) from fact where username = ?1", Long.class)
                                .setParameter(1, username)
                                .getSingleResult());
    }
}
