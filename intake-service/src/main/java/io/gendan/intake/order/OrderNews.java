package io.gendan.intake.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.notice.Notices;
import io.gendan.core.notice.Telling;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.task.Assignee;
import io.gendan.core.task.Tasks;
import io.gendan.rulebook.IntakeRules;

/** What an order makes people wait for, and whom it tells (INF-09, INF-14). */
@ApplicationScoped
class OrderNews {
    private static final String CONFIRM_RECEIPT = "confirm-receipt";

    @Inject
    Tasks tasks;

    @Inject
    Notices notices;

    @Inject
    StaffDirectory directory;

    @Inject
    Clock clock;

    /** It waits for the merchandiser it was handed in to last, and for nobody else (INT-14). */
    void handedIn(Order order, Act act) {
        tasks.withdraw(CONFIRM_RECEIPT, order.id(), act);
        tasks.open(
                CONFIRM_RECEIPT,
                order.ref(),
                Assignee.person(order.merchandiser()),
                null,
                CONFIRM_RECEIPT,
                Map.of(),
                null,
                act);
        tell(order.merchandiser(), "order-handed-in", Map.of(), order, act);
    }

    void received(Order order, Act act) {
        tasks.done(CONFIRM_RECEIPT, order.id(), act);
    }

    void canceled(Order order, Act act) {
        tasks.withdraw(CONFIRM_RECEIPT, order.id(), act);
    }

    void returned(Order order, String remarks, Act act) {
        tell(order.orderTaker(), "order-returned", Map.of("remarks", remarks), order, act);
    }

    void rejected(Order order, String reason, Act act) {
        tell(order.orderTaker(), "order-rejected", Map.of("reason", reason), order, act);
    }

    /** All departments that rule {@code intake.release.informed} names are told at once (INT-40). */
    void released(Order order, Act act) {
        var concerned = new TreeSet<String>();
        for (String role : act.rule(IntakeRules.RELEASE_INFORMED, order.scope())
                .parameters()
                .roles())
            directory.holders(role, order.unit(), LocalDate.now(clock)).stream()
                    .map(Person::username)
                    .forEach(concerned::add);
        for (String person : concerned) tell(person, "order-released", Map.of(), order, act);
    }

    private void tell(String person, String text, Map<String, ?> arguments, Order order, Act act) {
        notices.tell(new Telling(person, text, arguments, order.ref(), null, false), act);
    }
}
