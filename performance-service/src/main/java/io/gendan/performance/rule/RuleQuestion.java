package io.gendan.performance.rule;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;

/** What somebody asks or suggests about a rule, and the answer he gets (SUP-16). */
@Entity
@Table(name = "rule_question")
class RuleQuestion extends Aggregate {
    enum Kind {
        QUESTION,
        SUGGESTION
    }

    /** @param answer null while nobody has answered */
    record View(
            UUID id,
            int version,
            String rule,
            Kind kind,
            String text,
            String askedBy,
            Instant askedAt,
            String answer,
            String answeredBy,
            Instant answeredAt) {}

    @Column(updatable = false)
    private String rule;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    @Column(updatable = false)
    private String text;

    @Column(name = "asked_by", updatable = false)
    private String askedBy;

    @Column(name = "asked_at", updatable = false)
    private Instant askedAt;

    private String answer;

    @Column(name = "answered_by")
    private String answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected RuleQuestion() {}

    RuleQuestion(String rule, Kind kind, String text, Act act) {
        super(Ids.next());
        this.rule = rule;
        this.kind = kind;
        this.text = text;
        askedBy = act.by();
        askedAt = act.at();
    }

    void answer(String text, Act act) {
        if (act.by().equals(askedBy)) throw new Problem.NotAllowed("question-is-yours", Map.of("by", act.by()));
        if (answer != null)
            throw new Problem.Conflict("question-answered-already", Map.of("by", answeredBy, "at", answeredAt));
        answer = text;
        answeredBy = act.by();
        answeredAt = act.at();
    }

    String askedBy() {
        return askedBy;
    }

    View view() {
        return new View(id(), version(), rule, kind, text, askedBy, askedAt, answer, answeredBy, answeredAt);
    }

    @Override
    public String recordType() {
        return "rule-question";
    }
}
