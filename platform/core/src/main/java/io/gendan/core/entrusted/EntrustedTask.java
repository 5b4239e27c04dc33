package io.gendan.core.entrusted;

import java.time.Instant;
import java.util.Locale;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.people.People;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.RecordRef;

import static io.gendan.core.entrusted.EntrustedStatus.ACCEPTED;
import static io.gendan.core.entrusted.EntrustedStatus.GIVEN;
import static io.gendan.core.entrusted.EntrustedStatus.REPORTED;
import static io.gendan.core.entrusted.EntrustedStatus.RETURNED;
import static io.gendan.core.entrusted.EntrustedStatus.WITHDRAWN;

/** What a superior gives somebody to do outside the flow of records (ORG-18). */
@Entity
@Table(name = "entrusted_task")
class EntrustedTask extends Aggregate {
    private String number;
    private String person;

    @Column(name = "given_by")
    private String givenBy;

    @Column(name = "given_at")
    private Instant givenAt;

    private String text;
    private Instant due;

    @Embedded
    private RecordRef about;

    @Enumerated(EnumType.STRING)
    private EntrustedStatus status;

    private String remarks;

    @Column(name = "answered_by")
    private String answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "overdue_at")
    private Instant overdueAt;

    protected EntrustedTask() {}

    /** @param about the record it concerns, null for none */
    EntrustedTask(String number, String person, String text, Instant due, RecordRef about, Act act) {
        super(Ids.next());
        this.number = number;
        this.person = person;
        this.text = text;
        this.due = due;
        this.about = about;
        givenBy = act.by();
        givenAt = act.at();
        status = GIVEN;
    }

    void accept(Act act) {
        answer(ACCEPTED, null, act);
    }

    void report(String result, Act act) {
        answer(REPORTED, result, act);
    }

    void returnWith(String reason, Act act) {
        answer(RETURNED, reason, act);
    }

    void withdraw(Act act) {
        if (!givenBy.equals(act.by())) throw new Problem.NotFound(recordType(), id());
        moveTo(WITHDRAWN);
    }

    void becomeOverdue(Act act) {
        overdueAt = act.at();
    }

    EntrustedTaskResource.EntrustedTaskView view(People people, Locale locale) {
        return new EntrustedTaskResource.EntrustedTaskView(
                id(),
                version(),
                number,
                people.named(person, locale),
                people.named(givenBy, locale),
                givenAt,
                text,
                due,
                about,
                status.name(),
                remarks,
                people.named(answeredBy, locale),
                answeredAt,
                overdueAt);
    }

    RecordRef ref() {
        return ref(number);
    }

    String person() {
        return person;
    }

    String givenBy() {
        return givenBy;
    }

    String text() {
        return text;
    }

    Instant due() {
        return due;
    }

    EntrustedStatus status() {
        return status;
    }

    @Override
    public String recordType() {
        return "entrusted-task";
    }

    private void answer(EntrustedStatus next, String remarks, Act act) {
        moveTo(next);
        this.remarks = remarks;
        answeredBy = act.by();
        answeredAt = act.at();
    }

    private void moveTo(EntrustedStatus next) {
        if (!status.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), status, next);
        status = next;
    }
}
