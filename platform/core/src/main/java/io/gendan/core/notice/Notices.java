package io.gendan.core.notice;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.gendan.core.act.Act;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.store.Aggregates;
import io.gendan.events.DomainEvent;
import io.gendan.rulebook.Scope;
import io.gendan.rulebook.StaffRules;

/** What people are told, kept as evidence (INF-14). */
@ApplicationScoped
public class Notices extends Aggregates<Notice, DomainEvent> {
    private static final int SKIP_LOCKED = -2;

    @Inject
    Clock clock;

    @Inject
    QuietHours quietHours;

    @Inject
    Calendars calendars;

    Notices() {
        super("notice");
    }

    /** In the transaction of the act that gives rise to it; what is mailed goes out after it was committed. */
    public void tell(Telling telling, Act act) {
        var mailAt = quietHours.over(act.at(), telling.recipient(), telling.urgent());
        var notice = new Notice(telling, mailAt, clock.getZone(), act);
        if (telling.acknowledged()) {
            Scope scope = quietHours.scopeOf(telling.recipient());
            var rule = act.rule(StaffRules.REACHABILITY, scope);
            notice.expectAcknowledgment(
                    rule, scope, calendars.after(act.at(), rule.parameters().ack(), scope), act);
        }
        add(notice, act);
    }

    void mailed(Notice notice, NoticeMail mail, Act act) {
        follow(notice, act, "notice.mailed", sent -> sent.mailed(mail, act.at()));
    }

    void mailFailed(Notice notice, String reason, Act act) {
        follow(notice, act, "notice.mail-failed", failed -> failed.mailFailed(reason, act.at()));
    }

    /** One whose mail waits, and stays so until the caller's transaction ends. */
    Optional<Notice> toMark(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .filter(notice -> notice.mailStatus() == MailStatus.WAITING);
    }

    /** The one that has waited longest to be mailed and that no other replica is at. */
    Optional<Notice> nextToMail(Act act) {
        return getEntityManager()
                .createQuery("from Notice where mailStatus = WAITING and mailAt <= :now order by mailAt", Notice.class)
                .setParameter("now", act.at())
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultStream()
                .findFirst();
    }
}
