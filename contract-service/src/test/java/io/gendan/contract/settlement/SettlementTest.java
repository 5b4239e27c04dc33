package io.gendan.contract.settlement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.gendan.contract.AgreedContracts.Agreed;
import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.events.Money;
import io.gendan.rulebook.Rulebook;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettlementTest {
    private static final Rulebook RULEBOOK = Rulebook.load();
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Act finance = new Act("bao.yuqing", Set.of("FIN"), NOON, RULEBOOK);
    private final Settlement settlement = new Settlement(new Agreed(
            new UUID(0, 1),
            new UUID(0, 2),
            "HT-2026-000001",
            "general",
            "sales-east",
            Money.cny("100"),
            Optional.of(TODAY)));

    @Test
    @Requirement("SET-04")
    void openPartialAndPaidFollowFromTheReceipts() {
        schedule("30", "70");
        assertThat(states()).containsExactly(Instalment.State.OPEN, Instalment.State.OPEN);

        book("40", 1, "30", 2, "10");
        assertThat(states()).containsExactly(Instalment.State.PAID, Instalment.State.PARTIAL);
        assertThat(settlement.isPaidInFull()).isFalse();

        book("60", 2, "60");
        assertThat(states()).containsExactly(Instalment.State.PAID, Instalment.State.PAID);
        assertThat(settlement.isPaidInFull()).isTrue();
        assertThat(settlement.completed(finance).amount()).isEqualTo(Money.cny("100"));
    }

    @Test
    @Requirement("SET-04")
    void onlyFinanceBooksReceipts() {
        schedule("30", "70");
        var sales = new Act("zhao.min", Set.of("SALES"), NOON, RULEBOOK);

        assertThatThrownBy(() -> settlement.book(receipt("30", 1, "30"), sales))
                .isInstanceOfSatisfying(
                        Problem.RuleBroken.class,
                        refused -> assertThat(refused.ruling().rule()).isEqualTo("settle.receipt-booking"));
        assertThat(settlement.view(Map.of()).receipts()).isEmpty();
    }

    @ParameterizedTest
    @Requirement("SET-01")
    @CsvSource({"30, 69.99", "30, 70.01", "99.99, 0.02"})
    void aScheduleAddsUpToTheCent(String first, String second) {
        assertThatThrownBy(() -> schedule(first, second)).isInstanceOf(Problem.RuleBroken.class);
        assertThat(settlement.view(Map.of()).state()).isEqualTo("UNSCHEDULED");
    }

    @Test
    void nothingIsPaidBeforeThereIsASchedule() {
        assertThatThrownBy(() -> book("30", 1, "30")).isInstanceOf(Problem.Invalid.class);
        assertThat(settlement.isPaidInFull()).isFalse();
    }

    @Test
    @Requirement("SET-03")
    void theTaxIsThatContainedInTheAmount() {
        var invoice = Invoice.issue("INV-1", Money.cny("113"), new BigDecimal("13"), finance);

        assertThat(invoice.tax()).isEqualTo(Money.cny("13"));
        assertThatThrownBy(() -> settlement.issue(invoice, finance)).isInstanceOf(Problem.RuleBroken.class);
        assertThat(settlement.view(Map.of()).invoices()).isEmpty();
    }

    private void schedule(String first, String second) {
        settlement.schedule(
                List.of(
                        new Instalment(1, Money.cny(first), DueEvent.SIGNING, null),
                        new Instalment(2, Money.cny(second), DueEvent.DATE, TODAY)),
                Map.of(DueEvent.SIGNING, TODAY),
                finance);
    }

    private void book(String amount, Object... linesAndAmounts) {
        settlement.book(receipt(amount, linesAndAmounts), finance);
    }

    private Receipt receipt(String amount, Object... linesAndAmounts) {
        var allocations = new java.util.ArrayList<Receipt.Allocation>();
        for (int i = 0; i < linesAndAmounts.length; i += 2)
            allocations.add(
                    new Receipt.Allocation((Integer) linesAndAmounts[i], Money.cny((String) linesAndAmounts[i + 1])));
        return Receipt.book(Money.cny(amount), TODAY, allocations, finance);
    }

    private List<Instalment.State> states() {
        return settlement.view(Map.of()).lines().stream()
                .map(SettlementView.Line::state)
                .toList();
    }
}
