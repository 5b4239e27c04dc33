package io.gendan.intake.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.approval.Checksum;
import io.gendan.core.approval.Submission;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.core.store.RecordRef;
import io.gendan.events.Money;
import io.gendan.events.intake.OrderEvent;
import io.gendan.events.intake.OrderEvent.MerchandiserChanged;
import io.gendan.events.intake.OrderEvent.OrderApproved;
import io.gendan.events.intake.OrderEvent.OrderCanceled;
import io.gendan.events.intake.OrderEvent.OrderCompleted;
import io.gendan.events.intake.OrderEvent.OrderConfirmed;
import io.gendan.events.intake.OrderEvent.OrderCorrected;
import io.gendan.events.intake.OrderEvent.OrderHandedOver;
import io.gendan.events.intake.OrderEvent.OrderRejected;
import io.gendan.events.intake.OrderEvent.OrderReleased;
import io.gendan.events.intake.OrderEvent.OrderReturned;
import io.gendan.events.intake.OrderEvent.OrderReviewFailed;
import io.gendan.events.intake.OrderEvent.OrderTakerChanged;
import io.gendan.events.intake.OrderLine;
import io.gendan.intake.quotation.Quotations;
import io.gendan.rulebook.IntakeRules;
import io.gendan.rulebook.Scope;
import io.gendan.staff.OrderTaker;
import io.gendan.staff.Viewer;

import static io.gendan.intake.order.OrderStatus.CANCELED;
import static io.gendan.intake.order.OrderStatus.CLOSED;
import static io.gendan.intake.order.OrderStatus.COMPLETED;
import static io.gendan.intake.order.OrderStatus.CONFIRMED;
import static io.gendan.intake.order.OrderStatus.DRAFT;
import static io.gendan.intake.order.OrderStatus.HANDED_OVER;
import static io.gendan.intake.order.OrderStatus.PENDING_APPROVAL;
import static io.gendan.intake.order.OrderStatus.REJECTED;
import static io.gendan.intake.order.OrderStatus.RELEASED;
import static io.gendan.intake.order.OrderStatus.RETURNED;
import static io.gendan.intake.order.OrderStatus.REVIEW_FAILED;

@Entity
@Table(name = "customer_order")
class Order extends Aggregate implements Viewer.Shown {
    private String number;

    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "customer_name")
    private String customerName;

    @Column(name = "inquiry_id")
    private UUID inquiryId;

    @Column(name = "quotation_id")
    private UUID quotationId;

    private String profile;
    private String unit;

    @Column(name = "order_taker")
    private String orderTaker;

    private String merchandiser;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Json
    private List<OrderLine> lines;

    private String currency;
    private BigDecimal total;

    @Column(name = "delivery_place")
    private String deliveryPlace;

    @Column(name = "delivery_date")
    private LocalDate deliveryDate;

    @Column(name = "payment_terms")
    private String paymentTerms;

    @Column(name = "created_at")
    private Instant createdAt;

    @Json
    private Evidence evidence;

    private String approver;

    @Column(name = "handed_in_at")
    private Instant handedInAt;

    @Column(name = "handed_over_at")
    private Instant handedOverAt;

    @Json
    @Column(name = "first_check")
    private FirstCheck firstCheck;

    @Json
    private OrderReview review;

    @Column(name = "contract_required")
    private boolean contractRequired;

    @Column(name = "contract_effective")
    private boolean contractEffective;

    @Column(name = "split_sum")
    private BigDecimal splitSum;

    @Column(name = "split_authority")
    private BigDecimal splitAuthority;

    /** Who else wrote in it, or asked for its approval. */
    @Json
    private Set<String> writers;

    @Column(name = "taken_by")
    private String takenBy;

    private boolean accepted;
    private boolean settled;
    private String remarks;

    protected Order() {}

    Order(String number, Quotations.ForOrder quotation, String customerName, OrderTerms terms, Act act) {
        super(Ids.next());
        this.number = number;
        customerId = quotation.customerId();
        this.customerName = customerName;
        inquiryId = quotation.inquiryId();
        quotationId = quotation.quotationId();
        profile = quotation.profile();
        unit = quotation.unit();
        orderTaker = act.by();
        writers = Set.of();
        status = DRAFT;
        lines = List.copyOf(quotation.lines());
        currency = quotation.total().currency();
        total = quotation.total().amount();
        createdAt = act.at();
        contractRequired =
                act.rule(IntakeRules.CONTRACT_GATE, scope()).parameters().effectiveContract();
        take(terms);
    }

    /** The terms while it is a draft, or after the merchandiser returned it. */
    void amend(OrderTerms terms, Act act) {
        if (status == RETURNED) moveTo(DRAFT);
        if (status != DRAFT) throw new Problem.IllegalMove(recordType(), id(), status, DRAFT);
        take(terms);
        wrote(act.by());
    }

    /**
     * Marks an order within the authority that exceeds it together with others of the same customer: it may be one that
     * was split (INT-17).
     *
     * @param before what the order taker took of this customer within the period
     */
    void holdAgainst(BigDecimal before, String level, Act act) {
        OrderTaking.splitOff(this, before, level, act).ifPresent(found -> {
            splitSum = found.together().amount();
            splitAuthority = found.authority().amount();
        });
    }

    /** @param level the order taker's level in the staff register (INT-17) */
    OrderEvent confirm(Evidence customers, String level, Act act) {
        requireMove(CONFIRMED, status == DRAFT);
        OrderTaking.requireAuthority(this, level, act);
        moveTo(CONFIRMED);
        takenBy = orderTaker;
        evidence = customers.recorded(act.by(), act.at());
        return confirmed(act);
    }

    /** @return what its superiors are asked to approve */
    Submission requestApproval(Evidence customers, Act act) {
        moveTo(PENDING_APPROVAL);
        wrote(act.by());
        takenBy = orderTaker;
        evidence = customers.recorded(act.by(), act.at());
        return OrderTaking.submission(this, act);
    }

    OrderEvent approve(String by, Act act) {
        requireMove(CONFIRMED, status == PENDING_APPROVAL);
        moveTo(CONFIRMED);
        approver = by;
        return new OrderApproved(id(), by, act.at());
    }

    void disapprove(String remarks, Act act) {
        requireMove(DRAFT, status == PENDING_APPROVAL);
        moveTo(DRAFT);
        this.remarks = remarks;
    }

    void handIn(String merchandiser, Act act) {
        requireMove(HANDED_OVER, status == CONFIRMED);
        this.merchandiser = merchandiser;
        handedInAt = act.at();
    }

    /** The merchandiser it was handed in to confirms receipt, which files the order (INT-14). */
    OrderEvent confirmReceipt(Act act) {
        requireMove(HANDED_OVER, status == CONFIRMED);
        if (handedInAt == null) throw new Problem.Unprocessable("order-not-handed-in", Map.of("number", number));
        requireOwnMerchandiser(act);
        moveTo(HANDED_OVER);
        handedOverAt = act.at();
        return new OrderHandedOver(id(), merchandiser, act.at());
    }

    void accept(Set<String> itemsInOrder, Act act) {
        requireMove(RELEASED, status == HANDED_OVER);
        requireOwnMerchandiser(act);
        var checklist = act.rule(IntakeRules.CHECKLIST, scope());
        act.require(
                IntakeRules.CHECK_COMPLETE,
                checklist,
                this,
                Map.of("given", itemsInOrder, "missing", checklist.parameters().missing(itemsInOrder)));
        firstCheck = new FirstCheck(FirstCheck.Outcome.ACCEPTED, itemsInOrder, null, act.by(), act.at());
    }

    OrderEvent returnToSales(Set<String> itemsInOrder, String remarks, Act act) {
        requireMove(RETURNED, status == HANDED_OVER);
        requireOwnMerchandiser(act);
        moveTo(RETURNED);
        firstCheck = new FirstCheck(FirstCheck.Outcome.RETURNED, itemsInOrder, remarks, act.by(), act.at());
        this.remarks = remarks;
        return new OrderReturned(id(), act.by(), remarks, act.at());
    }

    OrderEvent reject(String reason, Act act) {
        requireMove(REJECTED, status == HANDED_OVER);
        requireOwnMerchandiser(act);
        moveTo(REJECTED);
        firstCheck = new FirstCheck(FirstCheck.Outcome.REJECTED, Set.of(), reason, act.by(), act.at());
        remarks = reason;
        return new OrderRejected(id(), act.by(), reason, act.at());
    }

    /** A review that passed lets the order go on where it is. */
    void pass(Map<String, Boolean> criteria, Act act) {
        requireMove(RELEASED, status == HANDED_OVER);
        review(criteria, act);
    }

    OrderEvent failReview(Map<String, Boolean> criteria, Act act) {
        requireMove(REVIEW_FAILED, status == HANDED_OVER);
        review(criteria, act);
        moveTo(REVIEW_FAILED);
        return new OrderReviewFailed(id(), review.failed(), act.by(), act.at());
    }

    /** What was agreed with the customer after the review failed (QUO-07). */
    void agree(String solution, OrderTerms terms, Act act) {
        requireMove(HANDED_OVER, status == REVIEW_FAILED);
        moveTo(HANDED_OVER);
        review = review.agreed(solution);
        if (terms != null) take(terms);
    }

    void close(String reason, Act act) {
        moveTo(CLOSED);
        remarks = reason;
    }

    OrderEvent release(Quotations.ForOrder quotation, Act act) {
        requireMove(RELEASED, status == HANDED_OVER);
        requireOwnMerchandiser(act);
        var gate = act.rule(IntakeRules.RELEASE_GATE, scope());
        boolean checked = firstCheck != null && firstCheck.outcome() == FirstCheck.Outcome.ACCEPTED;
        act.require(IntakeRules.CHECKED, gate, this, Map.of("number", number, "checked", checked));
        act.require(
                IntakeRules.REVIEW_PASSED,
                act.rule(IntakeRules.REVIEW_CRITERIA, scope()),
                this,
                Map.of("number", number, "passed", review != null && review.passed()));
        act.require(
                IntakeRules.AS_QUOTED,
                gate,
                this,
                Map.of(
                        "number",
                        number,
                        "order",
                        total().toString(),
                        "quotation",
                        quotation.total().toString(),
                        "same",
                        lines.equals(quotation.lines()) && total().equals(quotation.total())));
        act.require(
                IntakeRules.CONTRACT_THERE,
                act.rule(IntakeRules.CONTRACT_GATE, scope()),
                this,
                Map.of("number", number, "required", contractRequired, "effective", contractEffective));
        moveTo(RELEASED);
        return new OrderReleased(
                id(),
                number,
                customerId,
                profile,
                unit,
                orderTaker,
                merchandiser,
                lines,
                total(),
                deliveryPlace,
                deliveryDate,
                act.at());
    }

    /** Somebody else answers for it from now on, who may take it (ORG-10, PER-55). */
    OrderEvent takenOverBy(OrderTaker successor, Act act) {
        requireOpen("ORDER_TAKER_CHANGED");
        if (!successor.unit().equals(unit)) throw Problem.Invalid.field("to", "of-another-unit", unit);
        PersonalRights.requireInduction(this, successor, act);
        if (approver == null && status != DRAFT && status != PENDING_APPROVAL)
            PersonalRights.requireWithinOwnLimit(this, successor, act);
        OrderTaking.requireTakenApart(this, approver, successor, act);
        String former = orderTaker;
        orderTaker = successor.username();
        wrote(former);
        return new OrderTakerChanged(id(), former, orderTaker, act.by(), act.at());
    }

    /** Somebody else follows it from now on (ORG-10). */
    OrderEvent followedBy(String successor, Act act) {
        if (!status.isFollowed()) throw new Problem.IllegalMove(recordType(), id(), status, "MERCHANDISER_CHANGED");
        String former = merchandiser;
        merchandiser = successor;
        return new MerchandiserChanged(id(), former, successor, act.by(), act.at());
    }

    /** An error found after release, and whose it was (INT-20): an order taker's is that of who took it. */
    OrderEvent correct(Correction correction, Act act) {
        if (status != RELEASED) throw new Problem.IllegalMove(recordType(), id(), status, "CORRECTED");
        String attributedTo =
                correction.cause() == Correction.Cause.ORDER_TAKER ? takenBy() : correction.attributedTo();
        return new OrderCorrected(
                id(), correction.cause().name(), attributedTo, correction.description(), act.by(), act.at());
    }

    OrderEvent cancel(String reason, Act act) {
        if (contractEffective) throw new Problem.Unprocessable("order-under-contract", Map.of("number", number));
        moveTo(CANCELED);
        remarks = reason;
        return new OrderCanceled(id(), reason, act.by(), act.at());
    }

    void contractBecameEffective() {
        contractEffective = true;
    }

    void acceptedByCustomer() {
        accepted = true;
    }

    void settledInFull() {
        settled = true;
    }

    boolean isReadyToComplete() {
        return status == RELEASED && accepted && settled;
    }

    OrderEvent complete(Act act) {
        moveTo(COMPLETED);
        return new OrderCompleted(id(), number, customerId, profile, unit, orderTaker, merchandiser, act.at());
    }

    /** Everything the order says, for those who draw up, count or follow it. */
    OrderConfirmed confirmed(Act act) {
        return new OrderConfirmed(
                id(),
                number,
                customerId,
                inquiryId,
                quotationId,
                profile,
                unit,
                orderTaker,
                lines,
                total(),
                deliveryPlace,
                deliveryDate,
                paymentTerms,
                contractRequired,
                act.at());
    }

    OrderView view() {
        return new OrderView(
                id(),
                version(),
                number,
                customerId,
                customerName,
                inquiryId,
                quotationId,
                profile,
                unit,
                orderTaker,
                merchandiser,
                status.name(),
                lines,
                total(),
                deliveryPlace,
                deliveryDate,
                paymentTerms,
                createdAt,
                evidence,
                approver,
                firstCheck,
                review,
                contractRequired,
                contractEffective,
                remarks,
                splitSum == null
                        ? null
                        : new OrderView.Split(new Money(splitSum, currency), new Money(splitAuthority, currency)),
                status == PENDING_APPROVAL ? checksum() : null);
    }

    /** Of everything that is approved: other terms or items have another one. */
    String checksum() {
        var content = new Checksum()
                .with("number", number)
                .with("customer", customerId)
                .with("quotation", quotationId)
                .with("currency", currency)
                .with("total", total)
                .with("deliveryPlace", deliveryPlace)
                .with("deliveryDate", deliveryDate)
                .with("paymentTerms", paymentTerms);
        for (OrderLine line : lines)
            content.with("description", line.description())
                    .with("productClass", line.productClass())
                    .with("quantity", line.quantity())
                    .with("unit", line.unit())
                    .with("amount", line.amount());
        return content.hex();
    }

    RecordRef ref() {
        return ref(number);
    }

    Scope scope() {
        return Scope.of(profile, unit);
    }

    Money total() {
        return new Money(total, currency);
    }

    Set<String> productClasses() {
        return lines.stream().map(OrderLine::productClass).collect(Collectors.toSet());
    }

    OrderStatus status() {
        return status;
    }

    String merchandiser() {
        return merchandiser;
    }

    String orderTaker() {
        return orderTaker;
    }

    String number() {
        return number;
    }

    UUID quotationId() {
        return quotationId;
    }

    @Override
    public UUID customerId() {
        return customerId;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public String recordType() {
        return "order";
    }

    /** Everybody whose work it is: none of them approves it. */
    Set<String> authors() {
        var all = new TreeSet<>(writers);
        all.add(orderTaker);
        all.add(takenBy());
        return all;
    }

    private void wrote(String person) {
        var all = new TreeSet<>(writers);
        if (!person.equals(orderTaker)) all.add(person);
        writers = all;
    }

    /** Orders of before were taken by who answers for them. */
    private String takenBy() {
        return takenBy == null ? orderTaker : takenBy;
    }

    private void requireOpen(String act) {
        if (status.next().isEmpty()) throw new Problem.IllegalMove(recordType(), id(), status, act);
    }

    private void take(OrderTerms terms) {
        deliveryPlace = terms.deliveryPlace();
        deliveryDate = terms.deliveryDate();
        paymentTerms = terms.paymentTerms();
    }

    private void review(Map<String, Boolean> criteria, Act act) {
        requireOwnMerchandiser(act);
        var rule = act.rule(IntakeRules.REVIEW_CRITERIA, scope());
        act.require(
                IntakeRules.REVIEW_COMPLETE,
                rule,
                this,
                Map.of("given", criteria.keySet(), "missing", rule.parameters().missing(criteria.keySet())));
        review = new OrderReview(criteria, act.by(), act.at(), null);
        act.find(IntakeRules.FAILED_CRITERIA, rule, this, Map.of("given", criteria.keySet(), "met", review.met()));
    }

    private void requireOwnMerchandiser(Act act) {
        if (!act.by().equals(merchandiser))
            throw new Problem.NotAllowed(
                    "not-the-merchandiser", Map.of("merchandiser", String.valueOf(merchandiser), "by", act.by()));
    }

    private void requireMove(OrderStatus next, boolean possible) {
        if (!possible) throw new Problem.IllegalMove(recordType(), id(), status, next);
    }

    private void moveTo(OrderStatus next) {
        requireMove(next, status.next().contains(next));
        status = next;
    }
}
