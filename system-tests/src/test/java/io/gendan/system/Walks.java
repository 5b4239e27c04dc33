package io.gendan.system;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import io.gendan.system.OrderJourney.Brief;
import io.gendan.system.OrderJourney.Item;

/** Journeys of orders that belong to one test: each with a customer and a name of its own. */
final class Walks {
    static final String TAKER = "huangting";
    static final String SENIOR_TAKER = "xuming";
    static final String MERCHANDISER = "dengli";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Company company;

    Walks(WholeSystem system) {
        company = system.company();
    }

    /** A small order of an L1 order taker in foreign trade, without a portal account. */
    OrderJourney small(String customer) {
        return journey(customer, "", List.of(new Item("木质相框", "standard", "100", "个", "18.50")));
    }

    OrderJourney journey(String customer, String portalAccount, List<Item> items) {
        return new OrderJourney(company, brief(customer, portalAccount, items));
    }

    Brief brief(String customer, String portalAccount, List<Item> items) {
        return new Brief(
                "test-" + UUID.randomUUID(),
                LocalDate.now(CHINA),
                customer,
                portalAccount,
                "mail",
                items,
                30,
                company.person(TAKER),
                company.person(MERCHANDISER));
    }

    String customer(String... portalAccounts) {
        return company.as(TAKER)
                .post(
                        "/api/intake/v1/customers",
                        UUID.randomUUID().toString(),
                        Map.of(
                                "name", "系统测试客户有限公司",
                                "naturalPerson", false,
                                "contactPerson", "周先生",
                                "contact", "025-8000 0000",
                                "address", "江苏省南京市玄武区",
                                "portalAccounts", Set.of(portalAccounts)))
                .path("id")
                .asText();
    }

    /** Walks it again from the start after each failure that a fault explains; its acts carry keys and take effect once. */
    void walkThroughFaults(OrderJourney journey, Consumer<OrderJourney> steps, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (true)
            try {
                steps.accept(journey);
                return;
            } catch (Api.Refused refused) {
                if (refused.status() < 500 && !refused.code().equals("request-in-flight") || System.nanoTime() > until)
                    throw refused;
            } catch (UncheckedIOException | IllegalStateException broken) { // cut off, or waited in vain
                if (System.nanoTime() > until) throw broken;
            } finally {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
    }

    static void whole(OrderJourney journey) {
        ordered(journey);
        journey.signContract()
                .handOver()
                .release()
                .produce()
                .deliver()
                .passAcceptance(1)
                .settle()
                .awaitCompletion();
    }

    static void ordered(OrderJourney journey) {
        journey.inquire().quote().accept().confirm();
    }
}
