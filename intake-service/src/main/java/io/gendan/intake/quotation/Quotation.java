package io.gendan.intake.quotation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.approval.Apart;
import io.gendan.core.approval.Approver;
import io.gendan.core.approval.Checksum;
import io.gendan.core.approval.Decider;
import io.gendan.core.approval.PlannedStep;
import io.gendan.core.approval.Quorum;
import io.gendan.core.approval.Submission;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.core.store.RecordRef;
import io.gendan.events.Money;
import io.gendan.events.intake.QuotationEvent;
import io.gendan.events.intake.QuotationEvent.QuotationAccepted;
import io.gendan.events.intake.QuotationEvent.QuotationApproved;
import io.gendan.events.intake.QuotationEvent.QuotationDeclined;
import io.gendan.events.intake.QuotationEvent.QuotationExpired;
import io.gendan.events.intake.QuotationEvent.QuotationSent;
import io.gendan.events.intake.QuotationEvent.QuotationSuperseded;
import io.gendan.intake.inquiry.Inquiries;
import io.gendan.rulebook.QuoteRules;
import io.gendan.rulebook.Scope;
import io.gendan.staff.Viewer;

import static io.gendan.intake.quotation.QuotationStatus.ACCEPTED;
import static io.gendan.intake.quotation.QuotationStatus.APPROVED;
import static io.gendan.intake.quotation.QuotationStatus.DECLINED;
import static io.gendan.intake.quotation.QuotationStatus.DRAFT;
import static io.gendan.intake.quotation.QuotationStatus.EXPIRED;
import static io.gendan.intake.quotation.QuotationStatus.RETURNED;
import static io.gendan.intake.quotation.QuotationStatus.REVISION;
import static io.gendan.intake.quotation.QuotationStatus.SENT;
import static io.gendan.intake.quotation.QuotationStatus.SUBMITTED;
import static io.gendan.intake.quotation.QuotationStatus.SUPERSEDED;

@Entity
@Table(name = "quotation")
class Quotation extends Aggregate implements Viewer.Shown {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String AUTHOR = "author";
    private static final String APPROVER = "approver";

    private String number;
    private int revision;

    @Column(name = "inquiry_id")
    private UUID inquiryId;

    @Column(name = "customer_id")
    private UUID customerId;

    private String profile;
    private String unit;

    @Enumerated(EnumType.STRING)
    private QuotationStatus status;

    @Json
    private List<QuotationLine> lines;

    private String currency;
    private BigDecimal total;
    private BigDecimal cost;

    @Column(name = "loss_reason")
    private String lossReason;

    private String author;

    @Column(name = "in_charge")
    private String inCharge;

    /** Who else wrote in it, handed it in, or had it in hand. */
    @Json
    private Set<String> writers;

    @Column(name = "created_at")
    private Instant createdAt;

    private String approver;
    private String remarks;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Json
    private Decision decision;

    /** Keeps the cost from being guessed from the checksum. */
    private UUID salt;

    protected Quotation() {}

    Quotation(String number, int revision, Inquiries.ForQuotation inquiry, Offer offer, Act act) {
        super(Ids.next());
        this.number = number;
        this.revision = revision;
        inquiryId = inquiry.inquiryId();
        customerId = inquiry.customerId();
        profile = inquiry.profile();
        unit = inquiry.unit();
        status = DRAFT;
        author = act.by();
        inCharge = author;
        writers = Set.of();
        createdAt = act.at();
        offer(offer, act);
    }

    /** New content while it is being drafted, or after it came back. */
    void redraft(Offer offer, Act act) {
        if (status == RETURNED) moveTo(DRAFT);
        if (status != DRAFT) throw new Problem.IllegalMove(recordType(), id(), status, DRAFT);
        offer(offer, act);
        wrote(act.by());
    }

    void submit(Act act) {
        requireLossExplained(act);
        moveTo(SUBMITTED);
        wrote(act.by());
        remarks = null;
    }

    void returnWith(String remarks, Act act) {
        moveTo(RETURNED);
        this.remarks = remarks;
    }

    void withdraw(Act act) {
        if (status != SUBMITTED) throw new Problem.IllegalMove(recordType(), id(), status, DRAFT);
        moveTo(DRAFT);
    }

    /** Somebody else has it in hand from now on, who did not approve it himself (ORG-10). */
    void takenOverBy(String successor, Act act) {
        if (!status.isOpen()) throw new Problem.IllegalMove(recordType(), id(), status, "REASSIGNED");
        if (approver != null)
            act.require(
                    QuoteRules.NOT_BY_AUTHOR,
                    act.rule(QuoteRules.APPROVAL, scope()),
                    this,
                    Map.of(AUTHOR, successor, APPROVER, approver));
        wrote(successor);
        inCharge = successor;
    }

    /** Who signs it: the head over whoever has it in hand, who stands above where that is himself the head. */
    Submission submission(Act act) {
        var approval = act.rule(QuoteRules.APPROVAL, scope()).parameters();
        var margin = act.rule(QuoteRules.MARGIN_MINIMUM, scope()).parameters();
        var steps = new ArrayList<PlannedStep>();
        steps.add(signedBy("head", Set.of(approval.approver(), margin.below())));
        if (marginPercent() != null && !margin.reachedBy(marginPercent()))
            steps.add(signedBy("above-head", Set.of(margin.below())));
        return new Submission(
                new RecordRef(recordType(), id(), number),
                scope(),
                checksum(),
                authors(),
                new Apart(AUTHOR, approval.authorExcluded() ? Set.of(AUTHOR, APPROVER) : Set.of()),
                steps);
    }

    private PlannedStep signedBy(String step, Set<String> roles) {
        return new PlannedStep(
                step,
                APPROVER,
                List.of(new Approver.Superior(inCharge(), roles)),
                Quorum.ANY,
                QuoteRules.APPROVAL_LIMIT);
    }

    /** Whoever wrote in it or handed it in is its author as much as whoever began it. */
    void requireOthersThanAuthor(Decider decider, Act act) {
        var rule = act.rule(QuoteRules.APPROVAL, scope());
        for (String person : decider.people())
            act.require(
                    QuoteRules.NOT_BY_AUTHOR,
                    rule,
                    this,
                    Map.of(AUTHOR, writers.contains(person) ? person : author, APPROVER, person));
    }

    private Set<String> authors() {
        var all = new TreeSet<>(writers);
        all.add(author);
        return all;
    }

    private void wrote(String person) {
        var all = new TreeSet<>(writers);
        if (!person.equals(author)) all.add(person);
        writers = all;
    }

    /** @param last who signed last */
    QuotationEvent approve(Decider last, Act act) {
        requireMargin(last, act);
        moveTo(APPROVED);
        approver = last.by();
        return new QuotationApproved(id(), inquiryId, number, revision, approver, act.at());
    }

    /** @param expires end of the validity that rule {@code quote.validity} gives it */
    QuotationEvent send(Instant expires, Act act) {
        act.require(QuoteRules.APPROVED, act.rule(QuoteRules.APPROVAL, scope()), this, Map.of("status", status.name()));
        moveTo(SENT);
        sentAt = act.at();
        expiresAt = expires;
        act.deadline(act.rule(QuoteRules.VALIDITY, scope()), scope(), this, sentAt, expires);
        return new QuotationSent(id(), inquiryId, act.by(), expires, act.at());
    }

    QuotationEvent accept(String evidence, Act act) {
        if (status == SENT)
            act.require(
                    QuoteRules.STILL_VALID,
                    act.rule(QuoteRules.VALIDITY, scope()),
                    this,
                    Map.of("number", number, "at", act.at(), "expires", expiresAt));
        moveTo(ACCEPTED);
        decision = new Decision(ACCEPTED.name(), evidence, null, act.by(), act.at());
        return new QuotationAccepted(id(), inquiryId, customerId, total(), act.by(), act.at());
    }

    QuotationEvent decline(String reason, String evidence, Act act) {
        var reasons = act.rule(QuoteRules.DECLINE_REASONS, scope()).parameters();
        if (!reasons.offers(reason)) throw Problem.Invalid.field("reason", "not-one-of", reasons.values());
        moveTo(DECLINED);
        decision = new Decision(DECLINED.name(), evidence, reason, act.by(), act.at());
        return new QuotationDeclined(id(), inquiryId, reason, act.by(), act.at());
    }

    /** The customer wants changes: this version waits to be superseded by the next one. */
    void reviseFor(String wishes, Act act) {
        moveTo(REVISION);
        decision = new Decision(REVISION.name(), wishes, null, act.by(), act.at());
    }

    Quotation nextRevision(Offer offer, Act act) {
        return new Quotation(
                number, revision + 1, new Inquiries.ForQuotation(inquiryId, customerId, profile, unit), offer, act);
    }

    QuotationEvent supersede(Act act) {
        moveTo(SUPERSEDED);
        return new QuotationSuperseded(id(), inquiryId, revision + 1, act.at());
    }

    QuotationEvent expire(Act act) {
        moveTo(EXPIRED);
        return new QuotationExpired(id(), inquiryId, act.at());
    }

    Quotations.ForOrder forOrder() {
        if (status != ACCEPTED) throw new Problem.Unprocessable("quotation-not-accepted", Map.of("number", number));
        return new Quotations.ForOrder(
                id(),
                inquiryId,
                customerId,
                profile,
                unit,
                lines.stream().map(line -> line.toOrderLine(currency)).toList(),
                total());
    }

    /** @param costsToo whether the reader may see cost and margin (SEC-07) */
    QuotationResource.QuotationView view(boolean costsToo) {
        return new QuotationResource.QuotationView(
                id(),
                version(),
                number,
                revision,
                inquiryId,
                customerId,
                profile,
                unit,
                status.name(),
                lines.stream()
                        .map(line -> QuotationResource.LineView.of(line, currency))
                        .toList(),
                total(),
                costsToo && cost != null ? new Money(cost, currency) : null,
                costsToo ? marginPercent() : null,
                costsToo ? lossReason : null,
                costsToo ? checksum() : null,
                author,
                inCharge(),
                createdAt,
                approver,
                remarks,
                sentAt,
                expiresAt,
                decision);
    }

    Money total() {
        return new Money(total, currency);
    }

    /** Of everything that is approved: another offer has another one. */
    String checksum() {
        var content = new Checksum()
                .with("number", number)
                .with("revision", revision)
                .with("customer", customerId)
                .with("currency", currency)
                .with("total", total)
                .with("cost", cost)
                .with("lossReason", lossReason)
                .with("salt", salt);
        lines.forEach(line -> line.addTo(content));
        return content.hex();
    }

    QuotationStatus status() {
        return status;
    }

    UUID inquiryId() {
        return inquiryId;
    }

    String author() {
        return author;
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
        return "quotation";
    }

    /** Its author, or who took it over from him. */
    String inCharge() {
        return inCharge == null ? author : inCharge;
    }

    RecordRef ref() {
        return ref(number);
    }

    private void offer(Offer offer, Act act) {
        offer.check(act.rule(QuoteRules.FEE_KINDS, scope()).parameters());
        lines = List.copyOf(offer.lines());
        currency = offer.currency();
        cost = offer.cost();
        lossReason = offer.lossReason();
        total = QuotationLine.total(lines, currency).amount();
        salt = UUID.randomUUID();
    }

    /** A margin below the minimum is the leader's to approve (QUO-15); without a cost there is none to judge. */
    private void requireMargin(Decider last, Act act) {
        BigDecimal margin = marginPercent();
        if (margin == null) return;
        var minimum = act.rule(QuoteRules.MARGIN_MINIMUM, scope());
        act.require(
                QuoteRules.MARGIN_REACHED,
                minimum,
                this,
                Map.of(
                        "margin",
                        margin,
                        "minimum",
                        minimum.parameters().percent(),
                        APPROVER,
                        last.by(),
                        "callerRoles",
                        last.roles()));
    }

    private void requireLossExplained(Act act) {
        BigDecimal margin = marginPercent();
        if (status != DRAFT || margin == null || margin.signum() >= 0) return;
        act.require(
                QuoteRules.LOSS_EXPLAINED,
                act.rule(QuoteRules.MARGIN_MINIMUM, scope()),
                this,
                Map.of("margin", margin, "explained", lossReason != null && !lossReason.isBlank()));
    }

    private BigDecimal marginPercent() {
        return cost == null || total.signum() == 0
                ? null
                : total.subtract(cost).multiply(HUNDRED).divide(total, 2, RoundingMode.HALF_UP);
    }

    Scope scope() {
        return Scope.of(profile, unit);
    }

    private void moveTo(QuotationStatus next) {
        if (!status.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), status, next);
        status = next;
    }
}
