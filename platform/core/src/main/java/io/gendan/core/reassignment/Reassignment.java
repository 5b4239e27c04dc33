package io.gendan.core.reassignment;

import java.time.Instant;
import java.util.Locale;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.people.People;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.RecordRef;

/** That work went from one person to another, who gave it and why (ORG-10). It is written once and never changed. */
@Entity
@Table(name = "reassignment")
class Reassignment extends Aggregate {
    private String part;

    @Embedded
    private RecordRef about;

    private String former;
    private String successor;
    private String reason;

    @Column(name = "given_by")
    private String givenBy;

    @Column(name = "stands_in_for")
    private String standsInFor;

    @Column(name = "given_at")
    private Instant givenAt;

    private int tasks;
    private int deadlines;
    private int questions;

    protected Reassignment() {}

    /** @param standsInFor the superior in whose place it was given, null for in one's own right */
    Reassignment(String part, RecordRef about, Succession succession, String standsInFor, MovedAlong moved, Act act) {
        super(Ids.next());
        this.part = part;
        this.about = about;
        former = succession.former();
        successor = succession.successor();
        reason = succession.reason();
        givenBy = act.by();
        this.standsInFor = standsInFor;
        givenAt = act.at();
        tasks = moved.tasks();
        deadlines = moved.deadlines();
        questions = moved.questions();
    }

    ReassignmentResource.ReassignmentView view(People people, Locale locale) {
        return new ReassignmentResource.ReassignmentView(
                id(),
                part,
                about,
                people.named(former, locale),
                people.named(successor, locale),
                reason,
                people.named(givenBy, locale),
                people.named(standsInFor, locale),
                givenAt,
                new MovedAlong(tasks, deadlines, questions));
    }

    @Override
    public String recordType() {
        return "reassignment";
    }
}
