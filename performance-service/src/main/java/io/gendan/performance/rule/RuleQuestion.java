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
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.RegisterRules;
import io.gendan.rulebook.Scope;

/** What somebody asks or suggests about a rule, and the answer he gets (SUP-16). */
@Entity
@Table(name = "rule_question")
class RuleQuestion extends Aggregate {
    enum Kind {
        QUESTION,
        SUGGESTION
    }

    /**
     * A question or suggestion.
     *
     * @param answerDue when it is to be answered (rule register.question.answer)
     * @param answer null while nobody has answered
     */
    record View(
            UUID id,
            int version,
            String rule,
            Kind kind,
            String text,
            String askedBy,
            Instant askedAt,
            Instant answerDue,
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

    @Column(name = "answer_due", updatable = false)
    private Instant answerDue;

    private String answer;

    @Column(name = "answered_by")
    private String answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected RuleQuestion() {}

    /** @param due when it is to be answered */
    RuleQuestion(String rule, Kind kind, String text, Scope asker, Instant due, Act act) {
        super(Ids.next());
        this.rule = rule;
        this.kind = kind;
        this.text = text;
        askedBy = act.by();
        askedAt = act.at();
        answerDue = due;
        act.deadline(act.rule(RegisterRules.QUESTION_ANSWER, asker), asker, this, askedAt, due);
    }

    void answer(String text, Act act) {
        if (act.by().equals(askedBy)) throw new Problem.NotAllowed("question-is-yours", Map.of("by", act.by()));
        if (answer != null)
            throw new Problem.Conflict("question-answered-already", Map.of("by", answeredBy, "at", answeredAt));
        answer = text;
        answeredBy = act.by();
        answeredAt = act.at();
    }

    RecordRef ref() {
        return new RecordRef(recordType(), id(), rule);
    }

    String rule() {
        return rule;
    }

    boolean isSuggestionOn(String rule) {
        return kind == Kind.SUGGESTION && this.rule.equals(rule);
    }

    String askedBy() {
        return askedBy;
    }

    View view() {
        return new View(id(), version(), rule, kind, text, askedBy, askedAt, answerDue, answer, answeredBy, answeredAt);
    }

    @Override
    public String recordType() {
        return "rule-question";
    }
}
