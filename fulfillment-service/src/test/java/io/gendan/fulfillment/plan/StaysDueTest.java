package io.gendan.fulfillment.plan;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.clock.Timed;
import io.gendan.core.clock.Timekeeper;
import io.gendan.fulfillment.FulfillmentFixture;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class StaysDueTest {
    private static final AtomicInteger STRUCK = new AtomicInteger();
    private static UUID neverDone;

    /** A clock whose record is due for ever, whatever it does. */
    @ApplicationScoped
    static class ForEver implements Timed<Plan> {
        @Override
        public Class<Plan> kind() {
            return Plan.class;
        }

        @Override
        public String moment() {
            return "createdAt";
        }

        @Override
        public String condition() {
            return "percent = 77";
        }

        @Override
        public void strike(Plan plan, Act act) {
            if (plan.id().equals(neverDone)) STRUCK.incrementAndGet();
        }
    }

    @Inject
    FulfillmentFixture fulfillment;

    @Inject
    Timekeeper timekeeper;

    @Test
    void aRecordThatStaysDueIsStruckOnceALook() {
        fulfillment.people();
        neverDone = fulfillment.runningPlan(fulfillment.releasedOrder());
        fulfillment.passBy("update fulfillment_plan set percent = 77 where id = ?1", neverDone);

        timekeeper.strike();
        assertThat(STRUCK).hasValue(1);
        timekeeper.strike();
        assertThat(STRUCK).hasValue(2);
        fulfillment.passBy("update fulfillment_plan set percent = 78 where id = ?1", neverDone);
    }
}
