package io.gendan.performance.facts;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.store.Ids;
import io.gendan.events.intake.InquiryEvent;
import io.gendan.performance.PerformanceFixture;
import io.gendan.performance.PerformanceFixture.Company;
import io.gendan.testing.Requirement;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class FactListenerTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T04:00:00Z");

    @Inject
    PerformanceFixture fixture;

    @Inject
    EntityManager entities;

    @Test
    void anEventDeliveredTwiceIsOneFact() {
        String clerk = "clerk-" + UUID.randomUUID();
        var answered = new InquiryEvent.InquiryAnswered(Ids.next(), clerk, true, NOVEMBER);
        UUID id = Ids.next();

        fixture.send("intake-inquiries", answered, id);
        fixture.send("intake-inquiries", answered, id);
        fixture.send("intake-inquiries", new InquiryEvent.InquiryAnswered(Ids.next(), clerk, true, NOVEMBER));

        fixture.awaitFactsOf(clerk, 2);
    }

    @Test
    @Requirement("PER-17")
    void anOrderCountsForOrderTakerAndMerchandiserInWhateverOrderTheTopicsArrive() {
        String number = UUID.randomUUID().toString();
        var company = new Company("U", "l", "j", "h", "s", "seller" + number, "follower" + number, "c");

        fixture.completedOrder(company, NOVEMBER, 0, 5);

        fixture.awaitFactsOf(company.seller(), 5); // confirmed, released, completed, received, rated
        fixture.awaitFactsOf(company.follower(), 4); // released, completed, received, rated
    }

    @Test
    void whatConcernsNobodyIsNoFact() {
        String witness = "witness-" + UUID.randomUUID();
        long before = all();

        fixture.corrected(Ids.next(), "CUSTOMER", null, NOVEMBER);
        fixture.complaint(Ids.next(), "", NOVEMBER);
        fixture.corrected(Ids.next(), "OTHER_DEPARTMENT", witness, NOVEMBER);
        fixture.complaint(Ids.next(), witness, NOVEMBER);
        fixture.awaitFactsOf(witness, 2);

        assertThat(all()).isEqualTo(before + 2);
    }

    @Test
    @Requirement("PER-17")
    void nobodyChangesAFact() {
        String causer = "causer-" + UUID.randomUUID();
        fixture.complaint(Ids.next(), causer, NOVEMBER);
        fixture.awaitFactsOf(causer, 1);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery("delete from fact where username = ?1")
                                .setParameter(1, causer)
                                .executeUpdate()))
                .hasStackTraceContaining("only ever added");
        assertThat(fixture.factsOf(causer)).isEqualTo(1);
    }

    private long all() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Long) entities.createNativeQuery("select count(*) from fact", Long.class)
                        .getSingleResult());
    }
}
