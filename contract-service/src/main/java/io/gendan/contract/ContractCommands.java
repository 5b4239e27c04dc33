package io.gendan.contract;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.contract.archive.Archive;
import io.gendan.contract.confirmedorder.ConfirmedOrders;
import io.gendan.contract.confirmedorder.ConfirmedOrders.Confirmed;
import io.gendan.contract.sealuse.Seal;
import io.gendan.contract.sealuse.SealUses;
import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.approval.Approvals;
import io.gendan.core.approval.Remark;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.customers.KnownCustomers;
import io.gendan.rulebook.ContractRules;
import io.gendan.staff.Staff;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import static java.util.function.Function.identity;

@ApplicationScoped
@Transactional
class ContractCommands {
    @Inject
    Contracts contracts;

    @Inject
    ConfirmedOrders orders;

    @Inject
    KnownCustomers customers;

    @Inject
    SealUses sealUses;

    @Inject
    Approvals approvals;

    @Inject
    Acts acts;

    @Inject
    Archive archive;

    @Inject
    Calendars calendars;

    @Inject
    Viewer viewer;

    @Inject
    Staff staff;

    @ConfigProperty(name = "gendan.company.name")
    String company;

    Contract draft(UUID orderId, Map<String, String> clauses, ContractText.Departure departure) {
        var act = acts.ofCaller();
        Confirmed order = orders.hold(orderId)
                .filter(known -> viewer.mayDraftFor(known.orderTaker()))
                .orElseThrow(() -> Problem.Invalid.field("orderId", "does-not-exist"));
        order.requireStanding();
        if (contracts.existsFor(orderId))
            throw new Problem.Conflict("order-has-contract", Map.of("order", order.number()));
        String number = "HT-%d-%06d".formatted(calendars.today().getYear(), contracts.nextNumber());
        var contract = new Contract(number, order, text(order, clauses, departure), act);
        return contracts.add(contract, act, contract.drafted(act));
    }

    Contract edit(UUID id, Map<String, String> clauses, ContractText.Departure departure) {
        var act = acts.ofCaller();
        Confirmed order = order(viewer.mayRead(contracts.get(id)));
        Contract edited = contracts.adjust(
                id, act, "contract.contract.edited", contract -> contract.edit(text(order, clauses, departure), act));
        approvals.contentChanged(id, edited.checksum(), act);
        return edited;
    }

    Contract submit(UUID id) {
        var act = acts.ofCaller();
        standing(id);
        return contracts.adjust(
                id,
                act,
                "contract.contract.submitted",
                contract -> contract.legalDue(approvals
                        .open(contract.submit(departures(contract), act), act)
                        .orElse(null)));
    }

    /** @param seen checksum of what was read; null for the text as it stands */
    Contract approveLegally(UUID id, String seen) {
        var contract = contracts.requested(standing(id).id());
        contract.requireLegalReview();
        approvals.approve(id, seen, acts.ofCaller());
        return contract;
    }

    /** @param seen as above */
    Contract signOff(UUID id, String seen) {
        var contract = contracts.requested(standing(id).id());
        contract.requireSignOff();
        approvals.approve(id, seen, acts.ofCaller());
        return contract;
    }

    /** @param seen as above */
    Contract sendBack(UUID id, String seen, List<Remark> remarks) {
        var act = acts.ofCaller();
        var contract = contracts.requested(viewer.mayRead(contracts.get(id)).id());
        if (contract.status() == ContractStatus.APPROVED) takeBack(contract, Remark.text(remarks), act);
        else approvals.giveBack(id, seen, remarks, act);
        return contract;
    }

    private void takeBack(Contract contract, String remarks, Act act) {
        if (act.is(Roles.HEAD)) staff.requireSuperior(act, contract.orderTaker());
        contracts.change(contract.id(), act, approved -> approved.takeBack(remarks, act));
        approvals.end(contract.id(), "returned", act);
    }

    Contract seal(UUID id, Seal seal, int copies) {
        var act = acts.ofCaller();
        standing(id);
        Contract contract = contracts.adjust(id, act, "contract.contract.sealed", c -> c.seal(given(c), act));
        sealUses.enter(contract.sealApplication(seal, copies), act);
        return effectiveWhenComplete(contract, act);
    }

    Contract authorize(UUID id, String signatory) {
        var act = acts.ofCaller();
        viewer.mayRead(contracts.get(id));
        return contracts.adjust(
                id, act, "contract.contract.signatory-authorized", contract -> contract.authorize(signatory));
    }

    Contract sign(UUID id, ContractResource.Sign request) {
        var act = acts.ofCaller();
        standing(id);
        if (!viewer.isCustomer()
                && (request.evidence() == null || request.evidence().isBlank()))
            throw Problem.Invalid.field("evidence", "required");
        if (request.signedOn().isAfter(calendars.today())) throw Problem.Invalid.field("signedOn", "future");
        var signature = new Signature(
                request.side(),
                request.signatory(),
                request.capacity(),
                request.signedOn(),
                request.evidence(),
                request.side() == Signature.Side.CUSTOMER && request.sealed(),
                act.by(),
                act.at());
        Contract contract = contracts.adjust(id, act, "contract.contract.signed", c -> c.sign(signature, act));
        return effectiveWhenComplete(contract, act);
    }

    GivenApprovals given(Contract contract) {
        return GivenApprovals.of(approvals.agreed(contract.id()));
    }

    /** Those of the differences from the order that everybody who decides is shown (CON-03). */
    List<Difference> differences(Contract contract, Act act) {
        var departures = departures(contract).stream().collect(Collectors.toMap(Difference::term, identity()));
        var shown = act.rule(ContractRules.ORDER_MATCH, contract.scope()).parameters();
        return shown.among(departures.keySet()).stream().map(departures::get).toList();
    }

    /** From the order as it was confirmed last. */
    private List<Difference> departures(Contract contract) {
        return contract.text()
                .departures(
                        order(contract), customers.nameOf(contract.customerId()).orElse(null));
    }

    private Contract effectiveWhenComplete(Contract contract, Act act) {
        if (!contract.isComplete(act)) return contract;
        Contract effective = contracts.change(contract.id(), act, c -> c.takeEffect(calendars.today(), act));
        archive.expect(effective.ref(effective.number()), effective.scope(), act);
        return effective;
    }

    private Contract standing(UUID id) {
        Contract contract = viewer.mayRead(contracts.get(id));
        order(contract).requireStanding();
        return contract;
    }

    private Confirmed order(Contract contract) {
        return orders.find(contract.orderId())
                .orElseThrow(() -> new IllegalStateException("contract " + contract.number() + " has no order"));
    }

    private ContractText text(Confirmed order, Map<String, String> clauses, ContractText.Departure departure) {
        String customer = customers
                .nameOf(order.customerId())
                .orElseThrow(() -> new Problem.Conflict("customer-not-known-yet", Map.of("order", order.number())));
        return ContractText.of(
                order, customer, company, departure == null ? ContractText.Departure.NONE : departure, clauses);
    }
}
