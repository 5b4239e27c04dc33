package io.gendan.intake.order;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.gendan.core.act.Act;
import io.gendan.core.approval.Approver;
import io.gendan.core.approval.Decider;
import io.gendan.core.problem.Problem;
import io.gendan.events.intake.OrderEvent.OrderCorrected;
import io.gendan.events.intake.OrderEvent.OrderReleased;
import io.gendan.staff.OrderTaker;
import io.gendan.testing.Requirement;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.gendan.intake.order.OrderFixture.ALL_IN_ORDER;
import static io.gendan.intake.order.OrderFixture.ALL_PASSED;
import static io.gendan.intake.order.OrderFixture.EVIDENCE;
import static io.gendan.intake.order.OrderFixture.MERCHANDISER;
import static io.gendan.intake.order.OrderFixture.NOON;
import static io.gendan.intake.order.OrderFixture.QUANTITY_FAILED;
import static io.gendan.intake.order.OrderFixture.TAKER;
import static io.gendan.intake.order.OrderFixture.anOrder;
import static io.gendan.intake.order.OrderFixture.by;
import static io.gendan.intake.order.OrderFixture.byMerchandiser;
import static io.gendan.intake.order.OrderFixture.byTaker;
import static io.gendan.intake.order.OrderFixture.draft;
import static io.gendan.intake.order.OrderFixture.quotation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class OrderTest {
    private static final OrderTaker SUCCESSOR = new OrderTaker("qian.hui", "sales-east", "general", "L2", null, true);

    /** Each act, and the states it is legal in. */
    static Stream<Arguments> illegalMoves() {
        return Stream.of(
                        act(
                                "amend",
                                o -> o.amend(OrderFixture.TERMS, byTaker()),
                                OrderStatus.DRAFT,
                                OrderStatus.RETURNED),
                        act("confirm", o -> o.confirm(EVIDENCE, "L1", byTaker()), OrderStatus.DRAFT),
                        act("request approval", o -> o.requestApproval(EVIDENCE, byTaker()), OrderStatus.DRAFT),
                        act("approve", o -> o.approve("wu.gang", by("wu.gang", "SUPV")), OrderStatus.PENDING_APPROVAL),
                        act("disapprove", o -> o.disapprove("no", by("wu.gang", "SUPV")), OrderStatus.PENDING_APPROVAL),
                        act("hand in", o -> o.handIn(MERCHANDISER, byTaker()), OrderStatus.CONFIRMED),
                        act("confirm receipt", o -> o.confirmReceipt(byMerchandiser()), OrderStatus.CONFIRMED),
                        act("accept", o -> o.accept(ALL_IN_ORDER, byMerchandiser()), OrderStatus.HANDED_OVER),
                        act("return", o -> o.returnToSales(Set.of(), "x", byMerchandiser()), OrderStatus.HANDED_OVER),
                        act("reject", o -> o.reject("x", byMerchandiser()), OrderStatus.HANDED_OVER),
                        act("pass", o -> o.pass(ALL_PASSED, byMerchandiser()), OrderStatus.HANDED_OVER),
                        act("fail", o -> o.failReview(QUANTITY_FAILED, byMerchandiser()), OrderStatus.HANDED_OVER),
                        act("agree", o -> o.agree("x", null, byMerchandiser()), OrderStatus.REVIEW_FAILED),
                        act("close", o -> o.close("x", byMerchandiser()), OrderStatus.REVIEW_FAILED),
                        act("release", o -> o.release(quotation("1000"), byMerchandiser()), OrderStatus.HANDED_OVER),
                        act("complete", o -> o.complete(by("system")), OrderStatus.RELEASED),
                        act(
                                "reassign",
                                o -> o.takenOverBy(SUCCESSOR, by("wu.gang", "SUPV")),
                                OrderStatus.DRAFT,
                                OrderStatus.PENDING_APPROVAL,
                                OrderStatus.CONFIRMED,
                                OrderStatus.HANDED_OVER,
                                OrderStatus.RETURNED,
                                OrderStatus.REVIEW_FAILED,
                                OrderStatus.RELEASED),
                        act(
                                "reassign merchandiser",
                                o -> o.followedBy("chen.gang", by("wu.gang", "SUPV")),
                                OrderStatus.CONFIRMED,
                                OrderStatus.HANDED_OVER,
                                OrderStatus.REVIEW_FAILED,
                                OrderStatus.RELEASED),
                        act(
                                "cancel",
                                o -> o.cancel("x", by("wu.gang", "SUPV")),
                                OrderStatus.DRAFT,
                                OrderStatus.PENDING_APPROVAL,
                                OrderStatus.CONFIRMED,
                                OrderStatus.HANDED_OVER,
                                OrderStatus.RETURNED,
                                OrderStatus.REVIEW_FAILED,
                                OrderStatus.RELEASED,
                                OrderStatus.COMPLETED)) // the last two are under a contract, refused by another rule
                .flatMap(s -> s);
    }

    private static Stream<Arguments> act(String name, Consumer<Order> act, OrderStatus first, OrderStatus... more) {
        return EnumSet.complementOf(EnumSet.of(first, more)).stream().map(other -> arguments(name, other, act));
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("illegalMoves")
    void whatTheStateDoesNotAllowIsRefusedAndChangesNothing(String name, OrderStatus other, Consumer<Order> act) {
        Order order = anOrder(other);

        assertThatThrownBy(() -> act.accept(order)).isInstanceOf(Problem.IllegalMove.class);
        assertThat(order.status()).isEqualTo(other);
    }

    @ParameterizedTest
    @Requirement("INT-17")
    @CsvSource({
        "L1, 50000.00, true",
        "L1, 50000.01, false",
        "L2, 200000.00, true",
        "L2, 200000.01, false",
        "L1, 0.01, true",
        "HEAD, 1.00, false",
        ", 1.00, false"
    })
    void theLevelDecidesUpToWhichAmountAnOrderIsConfirmed(String level, String amount, boolean allowed) {
        Order order = draft(quotation(amount));

        if (allowed) {
            order.confirm(EVIDENCE, level, byTaker());
            assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
        } else {
            assertThatThrownBy(() -> order.confirm(EVIDENCE, level, byTaker()))
                    .asInstanceOf(InstanceOfAssertFactories.type(Problem.RuleBroken.class))
                    .satisfies(broken -> {
                        assertThat(broken.code()).isEqualTo("order-beyond-authority");
                        assertThat(broken.ruling().clause()).isEqualTo("3.1");
                    });
            assertThat(order.status()).isEqualTo(OrderStatus.DRAFT);
        }
    }

    @ParameterizedTest
    @Requirement("INT-18")
    @CsvSource({
        "SUPV, 500000.00, true",
        "SUPV, 500000.01, false",
        "HEAD, 2000000.00, true",
        "HEAD, 2000000.01, false",
        "LEAD, 99000000.00, true"
    })
    void beyondItASuperiorApprovesWithinHisOwnLimit(String role, String amount, boolean allowed) {
        Order order = anOrder(OrderStatus.PENDING_APPROVAL, quotation(amount));

        var superior = new Decider("li.qiang", "li.qiang", Set.of(role));

        if (allowed) {
            OrderTaking.requireWithinLimit(order, superior, by("li.qiang", role));
            order.approve("li.qiang", by("li.qiang", role));
            assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
        } else {
            assertThatThrownBy(() -> OrderTaking.requireWithinLimit(order, superior, by("li.qiang", role)))
                    .hasMessageContaining("order-beyond-approval-limit");
            assertThat(order.status()).isEqualTo(OrderStatus.PENDING_APPROVAL);
        }
    }

    @ParameterizedTest
    @Requirement({"INT-18", "ORG-11"})
    @CsvSource({"500000.00, HEAD LEAD SUPV", "500000.01, HEAD LEAD", "2000000.00, HEAD LEAD", "2000000.01, LEAD"})
    void theNearestSuperiorWhoseAuthorityCoversItIsAsked(String amount, String roles) {
        var submission = draft(quotation(amount)).requestApproval(EVIDENCE, byTaker());

        assertThat(submission.authors()).containsExactly(TAKER);
        assertThat(submission.steps()).singleElement().satisfies(step -> assertThat(step.approvers())
                .containsExactly(new Approver.Superior(TAKER, Set.of(roles.split(" ")))));
    }

    @ParameterizedTest
    @Requirement("INT-17")
    @CsvSource({
        "0, 50000, false", // nothing before
        "10000, 40000, false", // exactly the authority
        "10000.01, 40000, true",
        "60000, 1, true",
        "60000, 50000.01, false" // beyond the authority alone: it goes to the superior anyway
    })
    void ordersThatExceedTheAuthorityTogetherLookSplit(String before, String amount, boolean split) {
        Act act = byTaker();
        Order order = new Order("SO-2026-000001", quotation(amount), "华东机械有限公司", OrderFixture.TERMS, act);

        order.holdAgainst(new BigDecimal(before), "L1", act);

        assertThat(order.view().split() != null).isEqualTo(split);
        assertThat(act.takeRulings())
                .extracting(ruling -> ruling.rule() + " " + ruling.outcome())
                .isEqualTo(split ? List.of("intake.authority.split MARKED") : List.of());
    }

    @Test
    @Requirement("INT-18")
    void theOrderTakerNeverApprovesHisOwnOrder() {
        Order order = anOrder(OrderStatus.PENDING_APPROVAL);

        for (var decider : List.of(
                new Decider(TAKER, TAKER, Set.of("LEAD")),
                new Decider(TAKER, "wu.gang", Set.of("SUPV")), // as his superior's substitute
                new Decider("wu.gang", TAKER, Set.of("LEAD")))) // by a substitute of himself
        assertThatThrownBy(() -> OrderTaking.requireNotByOrderTaker(order, decider, by(decider.by(), "LEAD")))
                    .hasMessageContaining("order-taker-cannot-approve");
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_APPROVAL);
    }

    @Test
    @Requirement("INT-14")
    void onlyTheMerchandiserItWasHandedInToConfirmsReceipt() {
        Order order = anOrder(OrderStatus.CONFIRMED);
        order.handIn(MERCHANDISER, byTaker());

        assertThatThrownBy(() -> order.confirmReceipt(by("somebody.else", "MERCH")))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    @Requirement("INT-13")
    void anOrderThatDiffersFromItsQuotationIsNotReleased() {
        Order order = anOrder(OrderStatus.HANDED_OVER, quotation("1000"));
        order.accept(ALL_IN_ORDER, byMerchandiser());
        order.pass(ALL_PASSED, byMerchandiser());
        order.contractBecameEffective();

        assertThatThrownBy(() -> order.release(quotation("1000.01"), byMerchandiser()))
                .hasMessageContaining("order-differs-from-quotation");
    }

    @Test
    @Requirement("INT-15")
    void theFirstCheckNamesWhatItLacks() {
        Order order = anOrder(OrderStatus.HANDED_OVER);

        assertThatThrownBy(() -> order.accept(Set.of("clear"), byMerchandiser()))
                .hasMessageContaining("complete")
                .hasMessageContaining("conforms");
    }

    @Test
    @Requirement("QUO-06")
    void aReviewCoversEveryCriterion() {
        Order order = anOrder(OrderStatus.HANDED_OVER);

        assertThatThrownBy(() -> order.pass(Map.of("quality", true), byMerchandiser()))
                .hasMessageContaining("order-review-incomplete");
    }

    @Test
    @Requirement("QUO-07")
    void aFailedReviewGoesOnWithAnAgreedSolution() {
        var quotation = quotation("1000");
        Order order = anOrder(OrderStatus.REVIEW_FAILED, quotation);

        order.agree("分两批交付", OrderFixture.TERMS, byMerchandiser());
        order.accept(ALL_IN_ORDER, byMerchandiser());
        order.contractBecameEffective();
        var released = order.release(quotation, byMerchandiser());

        assertThat(released).isInstanceOf(OrderReleased.class);
    }

    @Test
    @Requirement("INT-20")
    void aCorrectionIsAttributedToTheOrderTakerWhereItWasHisError() {
        Order order = anOrder(OrderStatus.RELEASED);

        var corrected =
                order.correct(new Correction(Correction.Cause.ORDER_TAKER, "somebody", "数量录错"), byMerchandiser());

        assertThat(corrected)
                .isEqualTo(new OrderCorrected(order.id(), "ORDER_TAKER", TAKER, "数量录错", MERCHANDISER, NOON));
    }

    @Test
    @Requirement("CON-27")
    void anOrderUnderAContractInForceIsNotCanceled() {
        Order order = anOrder(OrderStatus.RELEASED);

        assertThatThrownBy(() -> order.cancel("客户撤单", by("wu.gang", "SUPV"))).isInstanceOf(Problem.Unprocessable.class);
        assertThat(order.status()).isEqualTo(OrderStatus.RELEASED);
    }
}
