package io.gendan.aftersales.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.aftersales.Viewer;
import io.gendan.aftersales.knownorder.OrderFacts;
import io.gendan.aftersales.ticket.LogEntry.Step;
import io.gendan.core.act.Act;
import io.gendan.core.deadline.RecordDeadlines;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.core.store.RecordRef;
import io.gendan.events.aftersales.TicketEvent;
import io.gendan.events.aftersales.TicketEvent.ComplaintWellFounded;
import io.gendan.events.aftersales.TicketEvent.TicketAcknowledged;
import io.gendan.events.aftersales.TicketEvent.TicketBreached;
import io.gendan.events.aftersales.TicketEvent.TicketClosed;
import io.gendan.events.aftersales.TicketEvent.TicketOpened;
import io.gendan.events.aftersales.TicketEvent.TicketReassigned;
import io.gendan.rulebook.AftersalesRules;
import io.gendan.rulebook.AftersalesRules.ComplaintAct;
import io.gendan.rulebook.AftersalesRules.Urgency;
import io.gendan.rulebook.Scope;

import static io.gendan.aftersales.ticket.TicketKind.COMPLAINT;
import static io.gendan.aftersales.ticket.TicketStatus.ACKNOWLEDGED;
import static io.gendan.aftersales.ticket.TicketStatus.ANSWERED;
import static io.gendan.aftersales.ticket.TicketStatus.AT_DEPARTMENT;
import static io.gendan.aftersales.ticket.TicketStatus.CLASSIFIED;
import static io.gendan.aftersales.ticket.TicketStatus.CLOSED;
import static io.gendan.aftersales.ticket.TicketStatus.INVESTIGATED;
import static io.gendan.aftersales.ticket.TicketStatus.IN_WORK;
import static io.gendan.aftersales.ticket.TicketStatus.REOPENED;
import static io.gendan.aftersales.ticket.TicketStatus.SOLUTION_PROPOSED;
import static io.gendan.aftersales.ticket.TicketStatus.TOLD;

@Entity
@Table(name = "ticket")
class Ticket extends Aggregate implements Viewer.Shown {
    static final String CHANNEL_VISIT = "visit";

    /** Codes of its deadlines. */
    static final String RESPONSE = "first-response";

    static final String RESOLUTION = "resolution";
    static final String DEPARTMENT = "department-result";

    private String number;

    @Embedded
    private OrderFacts orderFacts;

    @Column(name = "visit_id")
    private UUID visitId;

    @Enumerated(EnumType.STRING)
    private TicketKind kind;

    private String channel;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    private String content;
    private String about;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    private TicketStatus status;

    @Embedded
    private ResponseClock clock;

    @Json
    private Classification classification;

    @Column(name = "in_charge")
    private String inCharge;

    private String department;
    private String handler;

    @Json
    private Investigation investigation;

    @Json
    private Statement solution;

    @Json
    private Statement told;

    @Json
    private Statement answer;

    @Json
    private Closing closing;

    private final transient List<LogEntry> unwritten = new ArrayList<>();

    protected Ticket() {}

    /** @param visitId the visit that brought it to light, or null */
    Ticket(String number, OrderFacts order, Opening opening, UUID visitId) {
        super(Ids.next());
        this.number = number;
        orderFacts = order;
        this.visitId = visitId;
        kind = opening.kind();
        channel = opening.channel();
        urgency = opening.urgency();
        content = opening.text();
        about = opening.about();
        status = TicketStatus.firstOf(kind);
    }

    /**
     * @param inCharge who has to answer the customer, null where that is nobody yet
     * @param acknowledgeDue by when the customer is to hear from us (AFT-04, AFT-27)
     */
    TicketEvent open(String inCharge, Instant acknowledgeDue, Act act) {
        if (visitId == null) {
            var channels = act.rule(AftersalesRules.CHANNELS, scope()).parameters();
            if (!channels.offers(channel)) throw Problem.Invalid.field("channel", "not-one-of", channels.values());
        }
        openedBy = act.by();
        openedAt = act.at();
        this.inCharge = inCharge;
        clock = ResponseClock.RUNNING;
        log(Step.OPENED, content, act);
        return new TicketOpened(
                id(), orderId(), number, kind.name(), urgency.name(), channel, openedBy, acknowledgeDue, act.at());
    }

    List<TicketEvent> acknowledge(Act act) {
        if (kind == COMPLAINT) moveTo(ACKNOWLEDGED);
        else if (clock().stopped()) throw new Problem.IllegalMove(recordType(), id(), status, ACKNOWLEDGED);
        log(Step.ACKNOWLEDGED, "", act);
        return respond(act);
    }

    /** Time ran out before anybody said a word to the customer; that is found once and stays. */
    TicketEvent breach(Instant due, Act act) {
        if (clock().missed() || clock().stopped())
            throw new Problem.IllegalMove(recordType(), id(), status, "BREACHED");
        clock = clock().miss(act.at());
        logInternally(Step.BREACHED, due.toString(), act);
        return new TicketBreached(id(), orderId(), due, act.at());
    }

    /** Another limit of the ticket was missed. */
    void missed(String limit, Instant due, Act act) {
        logInternally(Step.BREACHED, limit + ": " + due, act);
    }

    List<TicketEvent> classify(String nature, String procedure, Urgency found, Act act) {
        moveTo(CLASSIFIED);
        classification = new Classification(nature, procedure, act.by(), act.at());
        urgency = found;
        log(Step.CLASSIFIED, nature + ": " + procedure, act);
        return respond(act);
    }

    void assign(String department, String handler, Act act) {
        moveTo(kind == COMPLAINT ? AT_DEPARTMENT : IN_WORK);
        this.department = department;
        this.handler = handler;
        logInternally(Step.ASSIGNED, handler == null ? department : department + ", " + handler, act);
    }

    /** Somebody else answers the customer from now on (ORG-10); nobody whom the complaint is about closes it (AFT-30). */
    TicketEvent takenOverBy(String successor, Act act) {
        requireOpen("REASSIGNED");
        if (kind == COMPLAINT) requireFairness(ComplaintAct.CLOSE, successor, null, act);
        String former = keeper();
        if (kind != COMPLAINT && handler != null) handler = successor;
        inCharge = successor;
        return reassigned(TicketEvent.TicketReassigned.KEEPER, former, successor, act);
    }

    /** Somebody else of the department looks into it from now on, whom it is not about (ORG-10, AFT-30). */
    TicketEvent handledBy(String successor, Act act) {
        if (status != AT_DEPARTMENT) throw new Problem.IllegalMove(recordType(), id(), status, "HANDLER_CHANGED");
        requireFairness(ComplaintAct.INVESTIGATE, successor, null, act);
        String former = handler;
        handler = successor;
        return reassigned(TicketEvent.TicketReassigned.HANDLER, former, successor, act);
    }

    void orderChanged(UnaryOperator<OrderFacts> change) {
        orderFacts = change.apply(orderFacts);
    }

    /** Who answers what nobody was assigned takes it into work thereby. */
    void answer(String text, Act act) {
        if (status == CLASSIFIED) {
            moveTo(IN_WORK);
            handler = act.by();
            inCharge = act.by();
        }
        moveTo(ANSWERED);
        answer = new Statement(text, act.by(), act.at());
        log(Step.ANSWERED, text, act);
    }

    /** @param inTime whether the department kept its limit (AFT-28) */
    List<TicketEvent> investigate(Investigation found, boolean inTime, Act act) {
        requireMove(INVESTIGATED);
        requireFairness(ComplaintAct.INVESTIGATE, act.by(), found.causedBy(), act);
        moveTo(INVESTIGATED);
        investigation = found.recorded(act.by(), act.at(), inTime);
        logInternally(Step.INVESTIGATED, found.cause() + "\n" + found.remedy(), act);
        return found.wellFounded()
                ? List.of(new ComplaintWellFounded(id(), orderId(), found.causedBy(), act.by(), act.at()))
                : List.of();
    }

    void propose(String text, Act act) {
        moveTo(SOLUTION_PROPOSED);
        solution = new Statement(text, act.by(), act.at());
        logInternally(Step.SOLUTION_PROPOSED, text, act);
    }

    /** The customer is told result, cause and remedy; without that nothing is closed (AFT-06). */
    void tell(String how, Act act) {
        moveTo(TOLD);
        told = new Statement(how, act.by(), act.at());
        log(Step.TOLD, solution.text() + "\n" + how, act);
    }

    TicketEvent close(String result, String customerAnswer, Act act) {
        requireMove(CLOSED);
        boolean hasResult = result != null && !result.isBlank();
        act.require(
                AftersalesRules.CLOSED_WITH_RESULT,
                act.rule(AftersalesRules.CLOSING, scope()),
                this,
                Map.of("number", number, "result", hasResult));
        if (kind == COMPLAINT) {
            requireFairness(ComplaintAct.CLOSE, act.by(), null, act);
            if (customerAnswer == null || customerAnswer.isBlank())
                throw Problem.Invalid.field("customerAnswer", "required");
        }
        moveTo(CLOSED);
        closing = new Closing(result, customerAnswer, act.by(), act.at());
        log(Step.CLOSED, hasResult ? result : "", act);
        return new TicketClosed(id(), orderId(), act.by(), act.at());
    }

    void reopen(String reason, Act act) {
        moveTo(REOPENED);
        log(Step.REOPENED, reason, act);
    }

    /** @param internal not for the customer; what is for him answers him for the first time */
    List<TicketEvent> say(String text, boolean internal, boolean byCustomer, Act act) {
        if (status == CLOSED) throw new Problem.IllegalMove(recordType(), id(), status, "MESSAGE");
        unwritten.add(new LogEntry(id(), act.at(), act.by(), Step.MESSAGE, text, internal));
        return answersCustomer(internal, byCustomer) ? respond(act) : List.of();
    }

    /** Whether a message is the first word to the customer. */
    boolean answersCustomer(boolean internal, boolean byCustomer) {
        return !internal && !byCustomer && kind != COMPLAINT && !clock().stopped();
    }

    /** Hands over the log entries gathered so far; each is handed over once. */
    List<LogEntry> takeLog() {
        var taken = List.copyOf(unwritten);
        unwritten.clear();
        return taken;
    }

    TicketView view(RecordDeadlines deadlines) {
        return new TicketView(
                id(),
                version(),
                number,
                orderId(),
                orderFacts.number(),
                orderFacts.customerId(),
                visitId,
                kind.name(),
                channel,
                urgency.name(),
                content,
                about,
                openedBy,
                openedAt,
                status.name(),
                deadlines.due(id(), RESPONSE),
                clock().acknowledgedAt(),
                clock().acknowledgedBy(),
                clock().breachedAt(),
                deadlines.due(id(), RESOLUTION),
                deadlines.missedAt(id(), RESOLUTION),
                classification,
                keeper(),
                department,
                handler,
                deadlines.due(id(), DEPARTMENT),
                deadlines.missedAt(id(), DEPARTMENT),
                investigation,
                solution,
                told,
                answer,
                closing,
                null);
    }

    RecordRef ref() {
        return ref(number);
    }

    /** Who answers the customer: of what is no complaint, whoever it was assigned to; null for nobody yet. */
    String keeper() {
        return kind == COMPLAINT || handler == null ? inCharge : handler;
    }

    /** Who of the department looks into a complaint; null where it is not there, or is the department's as a whole. */
    String investigator() {
        return status == AT_DEPARTMENT ? handler : null;
    }

    TicketKind kind() {
        return kind;
    }

    Urgency urgency() {
        return urgency;
    }

    TicketStatus status() {
        return status;
    }

    Instant openedAt() {
        return openedAt;
    }

    Scope scope() {
        return Scope.of(orderFacts.profile(), orderFacts.unit());
    }

    @Override
    public OrderFacts orderFacts() {
        return orderFacts;
    }

    @Override
    public String recordType() {
        return "ticket";
    }

    /** The first word to the customer stops the response clock; that it had run out is said even so. */
    private List<TicketEvent> respond(Act act) {
        if (clock().stopped()) return List.of();
        clock = clock().stop(act.by(), act.at());
        return List.of(new TicketAcknowledged(id(), orderId(), act.by(), !clock().missed(), act.at()));
    }

    private UUID orderId() {
        return orderFacts.orderId();
    }

    /** Nothing of it is stored while nobody has answered and nothing was missed. */
    private ResponseClock clock() {
        return clock == null ? ResponseClock.RUNNING : clock;
    }

    /** Neither the person complained about nor the one who caused it has a hand in the complaint (AFT-30). */
    private void requireFairness(ComplaintAct what, String person, String namedNow, Act act) {
        String foundBefore = investigation == null ? null : investigation.causedBy();
        boolean concerned = person.equals(about) || person.equals(foundBefore) || person.equals(namedNow);
        act.require(
                AftersalesRules.FAIR,
                act.rule(AftersalesRules.COMPLAINT_FAIRNESS, scope()),
                this,
                Map.of("number", number, "by", person, "act", what.name(), "concerned", concerned));
    }

    private void log(Step step, String text, Act act) {
        unwritten.add(new LogEntry(id(), act.at(), act.by(), step, text, false));
    }

    private void logInternally(Step step, String text, Act act) {
        unwritten.add(new LogEntry(id(), act.at(), act.by(), step, text, true));
    }

    private TicketEvent reassigned(String part, String former, String successor, Act act) {
        logInternally(Step.REASSIGNED, former + " → " + successor, act);
        return new TicketReassigned(id(), orderId(), part, former, successor, act.by(), act.at());
    }

    private void requireOpen(String act) {
        if (status.next().isEmpty()) throw new Problem.IllegalMove(recordType(), id(), status, act);
    }

    private void requireMove(TicketStatus next) {
        if (!status.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), status, next);
    }

    private void moveTo(TicketStatus next) {
        requireMove(next);
        status = next;
    }
}
