package io.gendan.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.contract.confirmedorder.ConfirmedOrders.Confirmed;
import io.gendan.contract.sealuse.Seal;
import io.gendan.contract.sealuse.SealUses;
import io.gendan.core.act.Act;
import io.gendan.core.approval.Apart;
import io.gendan.core.approval.Approver;
import io.gendan.core.approval.Decider;
import io.gendan.core.approval.PlannedStep;
import io.gendan.core.approval.Submission;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.core.store.RecordRef;
import io.gendan.events.contract.ContractEvent.ContractApproved;
import io.gendan.events.contract.ContractEvent.ContractDrafted;
import io.gendan.events.contract.ContractEvent.ContractEffective;
import io.gendan.events.contract.ContractEvent.ContractReturned;
import io.gendan.rulebook.ContractRules;
import io.gendan.rulebook.Facts;
import io.gendan.rulebook.Scope;

import static io.gendan.contract.ContractStatus.APPROVED;
import static io.gendan.contract.ContractStatus.DRAFT;
import static io.gendan.contract.ContractStatus.EFFECTIVE;
import static io.gendan.contract.ContractStatus.HEAD_SIGNOFF;
import static io.gendan.contract.ContractStatus.LEAD_SIGNOFF;
import static io.gendan.contract.ContractStatus.LEGAL_REVIEW;
import static io.gendan.contract.ContractStatus.SEALED_OURS;

@Entity
@Table(name = "contract")
class Contract extends Aggregate implements Viewer.Shown {
    private String number;

    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "order_number")
    private String orderNumber;

    @Column(name = "customer_id")
    private UUID customerId;

    private String profile;
    private String unit;

    @Column(name = "order_taker")
    private String orderTaker;

    @Enumerated(EnumType.STRING)
    private ContractStatus status;

    @Json
    private ContractText text;

    @Column(name = "drafted_by")
    private String draftedBy;

    @Column(name = "drafted_at")
    private Instant draftedAt;

    @Json
    private Set<String> authors;

    @Column(name = "legal_due")
    private Instant legalDue;

    private String remarks;

    @Column(name = "authorized_signatory")
    private String authorizedSignatory;

    @Json
    private List<Signature> signatures;

    @Column(name = "effective_at")
    private Instant effectiveAt;

    @Column(name = "effective_on")
    private LocalDate effectiveOn;

    protected Contract() {}

    Contract(String number, Confirmed order, ContractText text, Act act) {
        super(Ids.next());
        this.number = number;
        orderId = order.orderId();
        orderNumber = order.number();
        customerId = order.customerId();
        profile = order.profile();
        unit = order.unit();
        orderTaker = order.orderTaker();
        status = DRAFT;
        this.text = text;
        draftedBy = act.by();
        draftedAt = act.at();
        authors = Set.of(act.by());
        signatures = List.of();
    }

    ContractDrafted drafted(Act act) {
        var drafters = act.rule(ContractRules.DRAFTERS, scope());
        act.require(
                ContractRules.DRAFTED_BY_RIGHT,
                drafters,
                this,
                Map.of(
                        "by",
                        act.by(),
                        "callerRoles",
                        act.roles(),
                        "roles",
                        drafters.parameters().roles()));
        return new ContractDrafted(id(), orderId, number, draftedBy, act.at());
    }

    void edit(ContractText text, Act act) {
        if (status != DRAFT) throw new Problem.IllegalMove(recordType(), id(), status, DRAFT);
        this.text = text;
        standForIt(act);
    }

    /**
     * Hands the text to legal.
     *
     * @param departures from the confirmed order
     * @return who has to agree to it, in turn
     */
    Submission submit(List<Difference> departures, Act act) {
        requireMove(LEGAL_REVIEW, status == DRAFT);
        var mandatory = act.rule(ContractRules.MANDATORY_CLAUSES, scope());
        List<String> given = text.given();
        act.require(
                ContractRules.CLAUSES_THERE,
                mandatory,
                this,
                Map.of("given", given, "missing", mandatory.parameters().missing(given)));
        moveTo(LEGAL_REVIEW);
        standForIt(act);
        remarks = null;
        act.find(
                ContractRules.DIFFERENCES,
                act.rule(ContractRules.ORDER_MATCH, scope()),
                this,
                Map.of("departures", departures.stream().map(Difference::term).toList()));
        return submission(act);
    }

    /** @param due when legal has to have decided; null where nobody was found to ask */
    void legalDue(Instant due) {
        legalDue = due;
    }

    private Submission submission(Act act) {
        var steps = new ArrayList<PlannedStep>();
        steps.add(ApprovalStep.LEGAL.planned(
                new Approver.Holder(ApprovalStep.LEGAL.role, unit), ContractRules.LEGAL_LIMIT));
        for (ApprovalStep step : ApprovalStep.ofRoles(
                act.rule(ContractRules.SIGNOFF, scope()).parameters().sequence()))
            steps.add(step.planned(new Approver.Superior(orderTaker, Set.of(step.role)), ContractRules.SIGNOFF_LIMIT));
        return new Submission(
                new RecordRef(recordType(), id(), number),
                scope(),
                checksum(),
                authors,
                new Apart(
                        ApprovalStep.DRAFTER,
                        act.rule(ContractRules.SEPARATION, scope()).parameters().parts()),
                steps);
    }

    /** Each signs off in the office whose turn it is (CON-08). */
    void requireOffice(ApprovalStep step, Decider decider, Act act) {
        if (step != ApprovalStep.LEGAL)
            act.require(
                    ContractRules.OWN_STEP,
                    act.rule(ContractRules.SIGNOFF, scope()),
                    this,
                    Map.of("by", act.by(), "step", step.name(), "role", step.role, "callerRoles", decider.roles()));
    }

    /** Whoever decides has no other part in the contract (CON-09). */
    void requireNoOtherPart(ApprovalStep step, Decider decider, GivenApprovals given, Act act) {
        var separation = act.rule(ContractRules.SEPARATION, scope());
        for (String person : decider.people()) {
            var others = given.otherParts(authors, step, person);
            act.require(
                    ContractRules.PARTS_APART,
                    separation,
                    this,
                    Map.of(
                            "by",
                            person,
                            "part",
                            step.part,
                            "otherParts",
                            others,
                            "clashes",
                            separation.parameters().clashes(step.part, others)));
        }
    }

    void requireLegalReview() {
        if (status != LEGAL_REVIEW) throw new Problem.IllegalMove(recordType(), id(), status, "LEGALLY_APPROVED");
    }

    void requireSignOff() {
        requireMove(APPROVED, status == HEAD_SIGNOFF || status == LEAD_SIGNOFF);
    }

    void waitFor(ApprovalStep step) {
        moveTo(step.status);
    }

    ContractApproved approve(String by, Act act) {
        moveTo(APPROVED);
        return new ContractApproved(id(), orderId, by, checksum(), act.at());
    }

    /** Back to the drafter: whoever agreed to the text or signed it has to do so again. */
    ContractReturned sendBack(String remarks, Act act) {
        toDraft();
        this.remarks = remarks;
        return new ContractReturned(id(), orderId, act.by(), remarks, act.at());
    }

    /** Back although all have agreed already. */
    ContractReturned takeBack(String remarks, Act act) {
        requireMove(DRAFT, status == APPROVED);
        if (!act.is(Roles.HEAD) && !act.is(Roles.LEAD) && !act.is(Roles.BIZ))
            throw new Problem.NotAllowed("contract-not-yours-to-return", Map.of("status", status.name()));
        return sendBack(remarks, act);
    }

    void toDraft() {
        moveTo(DRAFT);
        signatures = List.of();
        authorizedSignatory = null;
        legalDue = null;
    }

    void seal(GivenApprovals given, Act act) {
        if (authors.contains(act.by()) || given.isFrom(act.by()))
            throw new Problem.NotAllowed("seal-holder-has-a-part", Map.of("by", act.by()));
        var rule = act.rule(ContractRules.SEAL, scope());
        var facts = new HashMap<>(
                given.beforeSeal(act.rule(ContractRules.SIGNOFF, scope()).parameters(), checksum()));
        facts.put("missing", rule.parameters().missing(Facts.of(facts)));
        act.require(ContractRules.READY_FOR_SEAL, rule, this, facts);
        moveTo(SEALED_OURS);
    }

    SealUses.Application sealApplication(Seal seal, int copies) {
        return new SealUses.Application(id(), number, seal, copies, checksum(), draftedBy);
    }

    void authorize(String signatory) {
        if (status == EFFECTIVE) throw new Problem.IllegalMove(recordType(), id(), status, "AUTHORIZED");
        authorizedSignatory = signatory;
    }

    void sign(Signature signature, Act act) {
        if (status != APPROVED && status != SEALED_OURS)
            throw new Problem.IllegalMove(recordType(), id(), status, "SIGNED");
        boolean may =
                switch (signature.side()) {
                    case OURS ->
                        act.is(Roles.HEAD) || act.is(Roles.LEAD) || act.by().equals(authorizedSignatory);
                    case CUSTOMER ->
                        act.is(Roles.CUST) || act.is(Roles.SALES) || act.is(Roles.LIAISON) || act.is(Roles.BIZ);
                };
        if (!may)
            throw new Problem.NotAllowed(
                    "signatory-not-authorized",
                    Map.of("by", act.by(), "side", signature.side().name()));
        if (signatures().isFinal(signature.side()))
            throw new Problem.Conflict(
                    "contract-signed-already",
                    Map.of("number", number, "side", signature.side().name()));
        signatures = signatures().with(signature).given();
    }

    boolean isComplete(Act act) {
        var rule = act.rule(ContractRules.EFFECT, scope());
        return status == SEALED_OURS
                && rule.parameters().missing(signatures().parts()).isEmpty();
    }

    /** @param today the day in the company's zone */
    ContractEffective takeEffect(LocalDate today, Act act) {
        requireMove(EFFECTIVE, status == SEALED_OURS);
        var rule = act.rule(ContractRules.EFFECT, scope());
        List<String> given = signatures().parts();
        act.require(
                ContractRules.SIGNED_BY_BOTH,
                rule,
                this,
                Map.of("given", given, "missing", rule.parameters().missing(given)));
        moveTo(EFFECTIVE);
        effectiveAt = act.at();
        effectiveOn = today;
        return new ContractEffective(id(), orderId, customerId, number, text.price(), act.at());
    }

    /** Somebody else answers for the order (ORG-10). */
    void orderTakenBy(String orderTaker) {
        this.orderTaker = orderTaker;
    }

    ContractView view(List<Difference> differences, GivenApprovals approvals) {
        return new ContractView(
                id(),
                version(),
                number,
                status.name(),
                orderId,
                customerId,
                profile,
                unit,
                orderTaker,
                draftedBy,
                draftedAt,
                text,
                checksum(),
                differences,
                legalDue,
                approvals.given(),
                remarks,
                authorizedSignatory,
                signatures,
                effectiveAt);
    }

    ContractResource.ContractSummary summary() {
        return new ContractResource.ContractSummary(
                id(),
                version(),
                number,
                status.name(),
                orderId,
                orderNumber,
                customerId,
                text.customer(),
                text.price(),
                orderTaker,
                draftedBy,
                draftedAt,
                legalDue,
                effectiveAt);
    }

    AgreedContracts.Agreed agreed() {
        return new AgreedContracts.Agreed(
                id(), orderId, number, profile, unit, text.price(), Optional.ofNullable(effectiveOn));
    }

    Scope scope() {
        return Scope.of(profile, unit);
    }

    String number() {
        return number;
    }

    ContractStatus status() {
        return status;
    }

    ContractText text() {
        return text;
    }

    UUID orderId() {
        return orderId;
    }

    String checksum() {
        return text.checksum(number);
    }

    @Override
    public UUID customerId() {
        return customerId;
    }

    String orderTaker() {
        return orderTaker;
    }

    @Override
    public boolean isOf(String person) {
        return person.equals(orderTaker) || person.equals(draftedBy);
    }

    @Override
    public boolean isForCustomer() {
        return ContractStatus.AGREED_INSIDE.contains(status);
    }

    @Override
    public String recordType() {
        return "contract";
    }

    private Signatures signatures() {
        return new Signatures(signatures);
    }

    private void standForIt(Act act) {
        var all = new TreeSet<>(authors);
        all.add(act.by());
        authors = all;
    }

    private void requireMove(ContractStatus next, boolean possible) {
        if (!possible) throw new Problem.IllegalMove(recordType(), id(), status, next);
    }

    private void moveTo(ContractStatus next) {
        requireMove(next, status.next().contains(next));
        status = next;
    }
}
