package io.gendan.intake.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.gendan.core.act.Act;
import io.gendan.events.Money;
import io.gendan.events.intake.OrderLine;
import io.gendan.intake.quotation.Quotations;
import io.gendan.rulebook.Rulebook;

/** Orders in any state, walked there over legal steps. */
final class OrderFixture {
    static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    static final Rulebook RULES = Rulebook.load();
    static final String TAKER = "zhao.min";
    static final String MERCHANDISER = "zhou.ting";
    static final Set<String> ALL_IN_ORDER = Set.of("complete", "clear", "conforms");
    static final Map<String, Boolean> ALL_PASSED = Map.of("quantity", true, "delivery-date", true, "quality", true);
    static final Map<String, Boolean> QUANTITY_FAILED =
            Map.of("quantity", false, "delivery-date", true, "quality", true);
    static final Evidence EVIDENCE = new Evidence(Evidence.Kind.MESSAGE, "微信确认", null, null);
    static final OrderTerms TERMS = new OrderTerms("上海", LocalDate.of(2026, 12, 20), "预付30%");

    private OrderFixture() {}

    static Act by(String who, String... roles) {
        return new Act(who, Set.of(roles), NOON, RULES);
    }

    static Act byTaker() {
        return by(TAKER, "SALES");
    }

    static Act byMerchandiser() {
        return by(MERCHANDISER, "MERCH");
    }

    static Quotations.ForOrder quotation(String total) {
        var line = new OrderLine("减速机 R57", "standard", BigDecimal.ONE, "台", Money.cny(total), Money.cny(total));
        return new Quotations.ForOrder(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "general",
                "sales-east",
                List.of(line),
                Money.cny(total));
    }

    static Order draft(Quotations.ForOrder quotation) {
        return new Order("SO-2026-000001", quotation, "华东机械有限公司", TERMS, byTaker());
    }

    static Order anOrder(OrderStatus status) {
        return anOrder(status, quotation("1000"));
    }

    static Order anOrder(OrderStatus status, Quotations.ForOrder quotation) {
        Order order = draft(quotation);
        switch (status) {
            case DRAFT -> {}
            case PENDING_APPROVAL -> order.requestApproval(EVIDENCE, byTaker());
            case CONFIRMED -> order.confirm(EVIDENCE, "L1", byTaker());
            case CANCELED -> order.cancel("客户撤单", by("wu.gang", "SUPV"));
            case HANDED_OVER -> handOver(order);
            case RETURNED -> {
                handOver(order);
                order.returnToSales(Set.of(), "缺少图纸", byMerchandiser());
            }
            case REJECTED -> {
                handOver(order);
                order.reject("违反公司规定", byMerchandiser());
            }
            case REVIEW_FAILED -> {
                handOver(order);
                order.failReview(QUANTITY_FAILED, byMerchandiser());
            }
            case CLOSED -> {
                handOver(order);
                order.failReview(QUANTITY_FAILED, byMerchandiser());
                order.close("未达成一致", byMerchandiser());
            }
            case RELEASED -> release(order, quotation);
            case COMPLETED -> {
                release(order, quotation);
                order.acceptedByCustomer();
                order.settledInFull();
                order.complete(by(Act.SYSTEM));
            }
        }
        return order;
    }

    private static void handOver(Order order) {
        order.confirm(EVIDENCE, "L1", byTaker());
        order.handIn(MERCHANDISER, byTaker());
        order.confirmReceipt(byMerchandiser());
    }

    private static void release(Order order, Quotations.ForOrder quotation) {
        handOver(order);
        order.accept(ALL_IN_ORDER, byMerchandiser());
        order.pass(ALL_PASSED, byMerchandiser());
        order.contractBecameEffective();
        order.release(quotation, byMerchandiser());
    }
}
