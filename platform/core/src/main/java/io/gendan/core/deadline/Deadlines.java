package io.gendan.core.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.ruling.Rulings;
import io.gendan.core.store.Aggregates;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.core.task.Tasks;
import io.gendan.events.DomainEvent;
import io.gendan.rulebook.RuleVersion;
import io.gendan.rulebook.Span;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

/**
 * What has to be done on records of this service by when. Everything joins the transaction of the act that gives rise to it:
 * that act's audit entry and the ruling on the limit say who started a deadline and who met it.
 */
@ApplicationScoped
public class Deadlines extends Aggregates<Deadline, DomainEvent> {
    /** Kind of the task of those who are told of a miss. */
    static final String ACKNOWLEDGE = "acknowledge";

    @Inject
    Counting counting;

    @Inject
    Escalation escalation;

    @Inject
    Rulings rulings;

    @Inject
    Tasks tasks;

    @Inject
    @Any
    Instance<MissedDeadline> listeners;

    Deadlines() {
        super("deadline");
    }

    /**
     * Starts a deadline now, or starts it anew where one of this record and code is open. One that has run out unnoticed is
     * missed all the same.
     *
     * @return when it is due
     */
    @Transactional(MANDATORY)
    public <P extends Record & Span> Instant start(DeadlineTerms terms, RuleVersion<P> rule, Act act) {
        return start(terms, rule, act.at(), act);
    }

    /** @param from when its time began, now or earlier */
    @Transactional(MANDATORY)
    public <P extends Record & Span> Instant start(DeadlineTerms terms, RuleVersion<P> rule, Instant from, Act act) {
        var about = terms.about();
        Count count = counting.begin(rule.parameters().time(), from, terms);
        act.deadline(rule, terms.scope(), about.type(), about.id(), from, count.due());
        rulings.record(act.takeRulings());
        Optional<Deadline> open = open(about.id(), terms.code(), act);
        if (open.isPresent()) open.get().restart(terms, rule, count);
        else persist(new Deadline(terms, rule, count));
        return count.due();
    }

    /** It was done: in time, or it stays missed. Where there is none, nothing happens. */
    @Transactional(MANDATORY)
    public void meet(UUID recordId, String code, Act act) {
        end(recordId, code, act, deadline -> deadline.meet(act));
    }

    /** The record no longer needs it; one that was missed stays missed. */
    @Transactional(MANDATORY)
    public void cancel(UUID recordId, String code, Act act) {
        end(recordId, code, act, Deadline::cancel);
    }

    /** Its time stands still; what is left of it stays left. */
    @Transactional(MANDATORY)
    public void pause(UUID recordId, String code, String reason, Act act) {
        open(recordId, code, act)
                .ifPresent(deadline ->
                        follow(deadline, act, "deadline.paused", running -> counting.pause(running, reason, act)));
    }

    @Transactional(MANDATORY)
    public void resume(UUID recordId, String code, Act act) {
        open(recordId, code, act)
                .ifPresent(deadline ->
                        follow(deadline, act, "deadline.resumed", paused -> counting.resume(paused, null, act)));
    }

    /** From now on somebody else has to keep it. */
    @Transactional(MANDATORY)
    public void handOver(UUID recordId, String code, String owner, Act act) {
        open(recordId, code, act).ifPresent(deadline -> deadline.belongsTo(owner));
    }

    /**
     * Whatever one person still has to keep on a record is another's from now on; when it is due stays.
     *
     * @param codes which go along
     * @return how many
     */
    @Transactional(MANDATORY)
    public int handOverAll(UUID recordId, Predicate<String> codes, String from, String to, Act act) {
        int handed = 0;
        for (Deadline deadline :
                list("about.id = ?1 and owner = ?2 and status in (RUNNING, PAUSED) order by id", recordId, from)) {
            if (!codes.test(deadline.code())) continue;
            if (deadline.hasRunOut(act.at())) miss(deadline, act);
            else {
                follow(deadline, act, "deadline.handed-over", running -> running.belongsTo(to));
                handed++;
            }
        }
        return handed;
    }

    /** The newest of this record and code. */
    public Optional<DeadlineView> find(UUID recordId, String code) {
        return newest(recordId, code).map(Deadline::view);
    }

    /** The newest of each code of these records; for what is shown of them. */
    public RecordDeadlines of(Collection<UUID> records) {
        return records.isEmpty()
                ? RecordDeadlines.NONE
                : RecordDeadlines.of(list("about.id in ?1 order by id", records).stream()
                        .map(Deadline::view)
                        .toList());
    }

    public RecordDeadlines of(UUID record) {
        return of(List.of(record));
    }

    /**
     * What is still to be done, in time or not, whoever owns it and wherever he is now: for those who answer for all of it.
     *
     * @param overdue whether only what has run out
     */
    public Page<DeadlineView> toBeMet(String code, boolean overdue, Page.Request page, Instant now) {
        return new Listing<>(getEntityManager(), Deadline.class)
                .when("metAt is null and status <> CANCELED", Map.of())
                .with("code", code)
                .when("status = MISSED or status = RUNNING and dueAt < :now", "now", overdue ? now : null)
                .page(page, Deadline::view, DeadlineView::id);
    }

    /** Does what is due on it. */
    void strike(Deadline deadline, Act act) {
        if (deadline.hasRunOut(act.at())) miss(deadline, act);
        else if (deadline.isToWarn(act.at()))
            follow(deadline, act, "deadline.warned", running -> escalation.warn(running, act));
        else if (deadline.isToTell(act.at()))
            follow(deadline, act, "deadline.escalated", missed -> escalation.tellNext(missed, act));
    }

    /** The record hears of it at once, people at the next opening (ORG-06). */
    private void miss(Deadline deadline, Act act) {
        follow(deadline, act, "deadline.missed", running -> escalation.miss(running, act));
        var about = deadline.about();
        for (MissedDeadline listener : listeners)
            if (listener.recordType().equals(about.type())) listener.missed(about.id(), deadline.code(), act);
    }

    private void end(UUID recordId, String code, Act act, Consumer<Deadline> how) {
        newest(recordId, code).ifPresent(deadline -> {
            if (deadline.hasRunOut(act.at())) miss(deadline, act);
            if (deadline.waitsForAcknowledgment()) tasks.withdraw(ACKNOWLEDGE, deadline.id(), act);
            how.accept(deadline);
            flush();
        });
    }

    private Optional<Deadline> open(UUID recordId, String code, Act act) {
        Optional<Deadline> newest = newest(recordId, code);
        newest.filter(deadline -> deadline.hasRunOut(act.at())).ifPresent(deadline -> miss(deadline, act));
        return newest.filter(deadline -> deadline.status().isOpen());
    }

    private Optional<Deadline> newest(UUID recordId, String code) {
        return find("about.id = ?1 and code = ?2 order by id desc", recordId, code)
                .firstResultOptional();
    }
}
