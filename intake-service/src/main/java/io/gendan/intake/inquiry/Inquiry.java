package io.gendan.intake.inquiry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.deadline.RecordDeadlines;
import io.gendan.core.people.Person;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.core.store.RecordRef;
import io.gendan.events.intake.InquiryEvent;
import io.gendan.events.intake.InquiryEvent.InquiryAnswered;
import io.gendan.events.intake.InquiryEvent.InquiryLost;
import io.gendan.events.intake.InquiryEvent.InquiryQuoted;
import io.gendan.events.intake.InquiryEvent.InquiryReceived;
import io.gendan.events.intake.InquiryEvent.InquiryWon;
import io.gendan.rulebook.IntakeRules;
import io.gendan.rulebook.Scope;
import io.gendan.staff.Viewer;

import static io.gendan.intake.inquiry.InquiryStatus.ANSWERED;
import static io.gendan.intake.inquiry.InquiryStatus.INCOMPLETE;
import static io.gendan.intake.inquiry.InquiryStatus.LOST;
import static io.gendan.intake.inquiry.InquiryStatus.QUOTED;
import static io.gendan.intake.inquiry.InquiryStatus.RECEIVED;
import static io.gendan.intake.inquiry.InquiryStatus.WON;

@Entity
@Table(name = "inquiry")
class Inquiry extends Aggregate implements Viewer.Shown {
    /** Codes of its deadlines. */
    static final String FIRST_RESPONSE = "first-response";

    static final String HAND_OVER = "hand-over";

    @Column(updatable = false)
    private String number;

    @Column(updatable = false)
    private String channel;

    private String profile;
    private String unit;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    @Column(name = "received_by", updatable = false)
    private String receivedBy;

    @Column(name = "in_charge")
    private String inCharge;

    @Enumerated(EnumType.STRING)
    private InquiryStatus status;

    @Column(name = "customer_id")
    private UUID customerId;

    @Json
    private InquiryDetails details;

    @Json
    private List<Clarification> clarifications;

    @Column(name = "first_response_at")
    private Instant firstResponseAt;

    private String answer;

    @Column(name = "lost_reason")
    private String lostReason;

    @Column(name = "handed_over_to")
    private String handedOverTo;

    @Column(name = "handed_over_by")
    private String handedOverBy;

    @Column(name = "handed_over_at")
    private Instant handedOverAt;

    protected Inquiry() {}

    Inquiry(String number, String channel, String profile, String unit, UUID customerId, InquiryDetails details) {
        super(Ids.next());
        this.number = number;
        this.channel = channel;
        this.profile = profile;
        this.unit = unit;
        this.customerId = customerId;
        this.details = details;
        clarifications = List.of();
        status = RECEIVED;
    }

    /** @param due when the customer is to be answered for the first time (INT-05) */
    InquiryEvent receive(Act act, Instant due) {
        receivedAt = act.at();
        receivedBy = act.by();
        var channels = act.rule(IntakeRules.CHANNELS, scope());
        if (!channels.parameters().offers(channel))
            throw Problem.Invalid.field(
                    "channel", "not-one-of", channels.parameters().values());
        checkCompleteness(act);
        return new InquiryReceived(id(), number, channel, profile, unit, receivedBy, due, act.at());
    }

    /** A doubt of the person who reads it: asked of the customer, who has been answered thereby for the first time. */
    void ask(String field, String question, Act act) {
        if (status != INCOMPLETE) moveTo(INCOMPLETE);
        add(Clarification.ask(Ids.next(), field, question, act.by(), act.at()));
        respond(act);
    }

    /** The customer's answer; when the last one is in and nothing is missing, the inquiry goes on. */
    void clarify(UUID clarification, String text, InquiryDetails added, Act act) {
        if (status != INCOMPLETE) throw new Problem.IllegalMove(recordType(), id(), status, RECEIVED);
        if (clarifications.stream().noneMatch(c -> c.id().equals(clarification)))
            throw new Problem.NotFound("clarification", clarification);
        details = details.completedBy(added);
        clarifications = clarifications.stream()
                .map(c -> c.id().equals(clarification) && c.open() ? c.answered(text, act.by(), act.at()) : c)
                .toList();
        if (clarifications.stream().anyMatch(Clarification::open)) return;
        moveTo(RECEIVED);
        checkCompleteness(act);
    }

    /** @param due when the customer was to be answered for the first time, null where that is not known */
    InquiryEvent answer(String text, Instant due, Act act) {
        moveTo(ANSWERED);
        answer = text;
        respond(act);
        return new InquiryAnswered(id(), act.by(), due == null || !firstResponseAt.isAfter(due), act.at());
    }

    /** What was collected goes to the business department, which quotes (QUO-02). */
    void handOver(String to, Act act) {
        if (!awaitsHandOver()) throw new Problem.IllegalMove(recordType(), id(), status, "HANDED_OVER");
        handedOverTo = to;
        handedOverBy = act.by();
        handedOverAt = act.at();
    }

    /** Complete, and not handed over yet. */
    boolean awaitsHandOver() {
        return status == RECEIVED && handedOverAt == null;
    }

    /** A quotation was sent to the customer. */
    InquiryEvent quoted(UUID quotationId, Act act) {
        if (status != QUOTED) moveTo(QUOTED); // a later revision finds it quoted already
        respond(act);
        return new InquiryQuoted(id(), quotationId, act.at());
    }

    InquiryEvent won(UUID quotationId, Act act) {
        moveTo(WON);
        return new InquiryWon(id(), quotationId, act.by(), act.at());
    }

    InquiryEvent lost(String reason, Act act) {
        moveTo(LOST);
        lostReason = reason;
        return new InquiryLost(id(), reason, act.by(), act.at());
    }

    /** What a quotation needs to know of the inquiry it answers. */
    Inquiries.ForQuotation forQuotation() {
        if (status != RECEIVED && status != QUOTED) throw new Problem.IllegalMove(recordType(), id(), status, QUOTED);
        if (customerId == null) throw Problem.Invalid.field("inquiryId", "inquiry-without-customer");
        return new Inquiries.ForQuotation(id(), customerId, profile, unit);
    }

    /** Somebody else answers the customer from now on (ORG-10). */
    void takenOverBy(Person successor) {
        requireOpen("REASSIGNED");
        if (!successor.unit().equals(unit)) throw Problem.Invalid.field("to", "of-another-unit", unit);
        inCharge = successor.username();
    }

    /** Somebody else of the business department quotes it from now on (ORG-10). */
    void assessedBy(String successor) {
        requireOpen("ASSESSOR_CHANGED");
        handedOverTo = successor;
    }

    void belongsTo(UUID customer) {
        if (customerId != null && !customerId.equals(customer))
            throw new Problem.Conflict("inquiry-has-customer", Map.of("inquiry", number));
        customerId = customer;
    }

    InquiryResource.InquiryView view(RecordDeadlines deadlines) {
        return new InquiryResource.InquiryView(
                id(),
                version(),
                number,
                channel,
                profile,
                unit,
                receivedAt,
                receivedBy,
                inCharge(),
                status.name(),
                customerId,
                details,
                clarifications,
                deadlines.due(id(), FIRST_RESPONSE),
                firstResponseAt,
                deadlines.missedAt(id(), FIRST_RESPONSE),
                answer,
                lostReason,
                deadlines.due(id(), HAND_OVER),
                deadlines.missedAt(id(), HAND_OVER),
                handedOverTo,
                handedOverBy,
                handedOverAt);
    }

    InquiryStatus status() {
        return status;
    }

    List<Clarification> clarifications() {
        return clarifications;
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
        return "inquiry";
    }

    private void checkCompleteness(Act act) {
        List<String> missing = act.find(
                        IntakeRules.MISSING,
                        act.rule(IntakeRules.COMPLETENESS, scope()),
                        this,
                        Map.of("channel", channel, "profile", profile, "unit", unit, "given", details.given()))
                .texts("missing");
        if (missing.isEmpty()) return;
        moveTo(INCOMPLETE);
        for (String field : missing)
            add(Clarification.ask(Ids.next(), field, "请补充 / please give: " + field, Act.SYSTEM, act.at()));
    }

    private void add(Clarification clarification) {
        var more = new ArrayList<>(clarifications);
        more.add(clarification);
        clarifications = List.copyOf(more);
    }

    private void respond(Act act) {
        if (firstResponseAt == null) firstResponseAt = act.at();
    }

    RecordRef ref() {
        return ref(number);
    }

    /** Whoever received it answers the customer and hands it over, or who took it over from him. */
    String inCharge() {
        return inCharge == null ? receivedBy : inCharge;
    }

    /** Who of the business department quotes it; null where that is nobody yet. */
    String handedOverTo() {
        return handedOverTo;
    }

    Scope scope() {
        return Scope.of(profile, unit);
    }

    private void requireOpen(String act) {
        if (status.next().isEmpty()) throw new Problem.IllegalMove(recordType(), id(), status, act);
    }

    private void moveTo(InquiryStatus next) {
        if (!status.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), status, next);
        status = next;
    }
}
