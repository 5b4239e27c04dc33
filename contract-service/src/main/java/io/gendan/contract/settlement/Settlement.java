package io.gendan.contract.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.gendan.contract.AgreedContracts.Agreed;
import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Json;
import io.gendan.events.Money;
import io.gendan.events.contract.SettlementEvent.InvoiceIssued;
import io.gendan.events.contract.SettlementEvent.PaymentScheduled;
import io.gendan.events.contract.SettlementEvent.ReceiptBooked;
import io.gendan.events.contract.SettlementEvent.ScheduleLine;
import io.gendan.events.contract.SettlementEvent.SettlementCompleted;
import io.gendan.rulebook.Scope;
import io.gendan.rulebook.SettlementRules;

/**
 * How one contract is paid: its schedule, invoices and receipts. They are one record with one version, so that of two
 * bookings at the same time one finds out that it was too late.
 */
@Entity
@Table(name = "settlement")
class Settlement extends Aggregate {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Column(name = "order_id")
    private UUID orderId;

    private String number;
    private String profile;
    private String unit;
    private String currency;
    private BigDecimal amount;

    @Json
    private List<Instalment> lines;

    @Json
    private List<Invoice> invoices;

    @Json
    private List<Receipt> receipts;

    protected Settlement() {}

    Settlement(Agreed contract) {
        super(contract.contractId());
        orderId = contract.orderId();
        number = contract.number();
        profile = contract.profile();
        unit = contract.unit();
        currency = contract.amount().currency();
        amount = contract.amount().amount();
        lines = List.of();
        invoices = List.of();
        receipts = List.of();
    }

    /** @param happened the days of those due events that are known to have happened */
    PaymentScheduled schedule(List<Instalment> plan, Map<DueEvent, LocalDate> happened, Act act) {
        if (!lines.isEmpty()) throw new Problem.Conflict("settlement-scheduled-already", Map.of("number", number));
        plan.forEach(line -> requirePayable(line.amount(), "lines[" + (line.line() - 1) + "].amount"));
        Money sum = sum(plan.stream().map(Instalment::amount));
        var rule = act.rule(SettlementRules.SCHEDULE_SUM, scope());
        act.require(
                SettlementRules.SCHEDULE_ADDS_UP,
                rule,
                this,
                Map.of(
                        "number",
                        number,
                        "sum",
                        sum.amount(),
                        "amount",
                        amount,
                        "tolerance",
                        rule.parameters().tolerance()));
        lines = List.copyOf(plan);
        return new PaymentScheduled(
                id(),
                orderId,
                lines.stream()
                        .map(line -> new ScheduleLine(
                                line.line(), line.amount(), line.dueEvent().name(), line.dueOn(happened)))
                        .toList(),
                act.by(),
                act.at());
    }

    InvoiceIssued issue(Invoice invoice, Act act) {
        requirePayable(invoice.amount(), "amount");
        Money total = invoiced().plus(invoice.amount());
        var rule = act.rule(SettlementRules.INVOICE_CEILING, scope());
        BigDecimal ceiling = rule.parameters().of(amount);
        act.require(
                SettlementRules.WITHIN_CONTRACT,
                rule,
                this,
                Map.of("number", number, "total", total.amount(), "amount", amount, "ceiling", ceiling));
        var all = new ArrayList<>(invoices);
        all.add(invoice);
        invoices = List.copyOf(all);
        return new InvoiceIssued(id(), orderId, invoice.id(), invoice.number(), invoice.amount(), act.by(), act.at());
    }

    ReceiptBooked book(Receipt receipt, Act act) {
        var rule = act.rule(SettlementRules.RECEIPT_BOOKING, scope());
        act.require(
                SettlementRules.BOOKED_BY_RIGHT,
                rule,
                this,
                Map.of(
                        "by",
                        act.by(),
                        "callerRoles",
                        act.roles(),
                        "roles",
                        rule.parameters().roles()));
        requirePayable(receipt.amount(), "amount");
        requireOpen(receipt.allocations());
        Money allocated = sum(receipt.allocations().stream().map(Receipt.Allocation::amount));
        if (!allocated.equals(receipt.amount()))
            throw Problem.Invalid.field(
                    "allocations",
                    "sum-differs",
                    allocated.toString(),
                    receipt.amount().toString());
        var all = new ArrayList<>(receipts);
        all.add(receipt);
        receipts = List.copyOf(all);
        return new ReceiptBooked(id(), orderId, receipt.id(), receipt.amount(), act.by(), act.at());
    }

    boolean isPaidInFull() {
        return !lines.isEmpty()
                && lines.stream().allMatch(line -> line.state(paid(line.line())) == Instalment.State.PAID);
    }

    SettlementCompleted completed(Act act) {
        return new SettlementCompleted(id(), orderId, amount(), act.at());
    }

    SettlementView view(Map<DueEvent, LocalDate> happened) {
        Money received = sum(receipts.stream().map(Receipt::amount));
        return new SettlementView(
                id(),
                version(),
                orderId,
                number,
                state(),
                amount(),
                invoiced(),
                received,
                amount().minus(received),
                lines.stream().map(line -> lineView(line, happened)).toList(),
                invoices,
                receipts);
    }

    @Override
    public String recordType() {
        return "settlement";
    }

    private String state() {
        if (lines.isEmpty()) return "UNSCHEDULED";
        if (receipts.isEmpty()) return Instalment.State.OPEN.name();
        return (isPaidInFull() ? Instalment.State.PAID : Instalment.State.PARTIAL).name();
    }

    private SettlementView.Line lineView(Instalment line, Map<DueEvent, LocalDate> happened) {
        Money paid = paid(line.line());
        return new SettlementView.Line(
                line.line(),
                line.amount(),
                line.dueEvent(),
                line.dueOn(happened),
                paid,
                line.amount().minus(paid),
                line.state(paid));
    }

    private void requireOpen(List<Receipt.Allocation> allocations) {
        var wanted = new LinkedHashMap<Integer, Money>();
        for (int i = 0; i < allocations.size(); i++) {
            Receipt.Allocation allocation = allocations.get(i);
            String field = "allocations[" + i + "]";
            requirePayable(allocation.amount(), field + ".amount");
            if (lines.stream().noneMatch(line -> line.line() == allocation.line()))
                throw Problem.Invalid.field(field + ".line", "does-not-exist");
            wanted.merge(allocation.line(), allocation.amount(), Money::plus);
        }
        for (Instalment line : lines) {
            Money open = line.amount().minus(paid(line.line()));
            if (wanted.getOrDefault(line.line(), Money.zero(currency)).compareTo(open) > 0)
                throw new Problem.Unprocessable(
                        "allocation-exceeds-line", Map.of("line", line.line(), "open", open.toString()));
        }
    }

    private void requirePayable(Money money, String field) {
        if (!money.currency().equals(currency))
            throw Problem.Invalid.field(field + ".currency", "not-one-of", currency);
        if (money.amount().signum() <= 0) throw Problem.Invalid.field(field, "not-positive");
    }

    private Money paid(int line) {
        return sum(receipts.stream()
                .flatMap(receipt -> receipt.allocations().stream())
                .filter(allocation -> allocation.line() == line)
                .map(Receipt.Allocation::amount));
    }

    private Money invoiced() {
        return sum(invoices.stream().map(Invoice::amount));
    }

    private Money sum(Stream<Money> parts) {
        return Money.sum(parts.toList(), currency);
    }

    private Money amount() {
        return new Money(amount, currency);
    }

    private Scope scope() {
        return Scope.of(profile, unit);
    }
}
