package io.gendan.contract.settlement;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.contract.AgreedContracts;
import io.gendan.contract.AgreedContracts.Agreed;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;

@ApplicationScoped
@Transactional
class SettlementCommands {
    @Inject
    Settlements settlements;

    @Inject
    AgreedContracts contracts;

    @Inject
    Milestones milestones;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    SettlementView read(UUID contractId) {
        Agreed contract = contracts.visible(contractId);
        return settlements
                .findByIdOptional(contractId)
                .orElseGet(() -> new Settlement(contract))
                .view(happened(contract));
    }

    SettlementView schedule(UUID contractId, List<Instalment> plan) {
        var act = acts.ofCaller();
        Agreed contract = inForce(contractId);
        var happened = happened(contract);
        return settlements
                .change(contractId, act, settlement -> settlement.schedule(plan, happened, act))
                .view(happened);
    }

    SettlementView issue(UUID contractId, SettlementResource.IssueInvoice request) {
        var act = acts.ofCaller();
        Agreed contract = inForce(contractId);
        if (!settlements.takeInvoiceNumber(request.number(), contractId))
            throw new Problem.Conflict("invoice-number-taken", Map.of("number", request.number()));
        var invoice = Invoice.issue(request.number(), request.amount(), request.taxPercent(), act);
        return settlements
                .change(contractId, act, settlement -> settlement.issue(invoice, act))
                .view(happened(contract));
    }

    SettlementView book(UUID contractId, SettlementResource.BookReceipt request) {
        var act = acts.ofCaller();
        Agreed contract = inForce(contractId);
        if (request.receivedOn().isAfter(calendars.today())) throw Problem.Invalid.field("receivedOn", "future");
        var receipt = Receipt.book(request.amount(), request.receivedOn(), request.shares(), act);
        Settlement settlement = settlements.change(contractId, act, s -> s.book(receipt, act));
        if (settlement.isPaidInFull()) settlements.alsoTell(settlement.completed(act));
        return settlement.view(happened(contract));
    }

    private Agreed inForce(UUID contractId) {
        Agreed contract = contracts.effective(contractId);
        settlements.open(contract);
        return contract;
    }

    private Map<DueEvent, LocalDate> happened(Agreed contract) {
        var happened = new EnumMap<DueEvent, LocalDate>(DueEvent.class);
        happened.putAll(milestones.of(contract.orderId()));
        contract.effectiveOn().ifPresent(day -> happened.put(DueEvent.SIGNING, day));
        return happened;
    }
}
