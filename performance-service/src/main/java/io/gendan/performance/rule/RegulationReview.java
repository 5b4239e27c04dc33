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
import io.gendan.rulebook.RegisterRules.ReviewInterval;
import io.gendan.rulebook.Rule;
import io.gendan.rulebook.Scope;

import static io.gendan.performance.rule.RegulationReviewStatus.CONCLUDED;
import static io.gendan.performance.rule.RegulationReviewStatus.DUE;
import static io.gendan.performance.rule.RegulationReviewStatus.PLANNED;

/**
 * A regulation is looked through again by whoever interprets it (SUP-14), or the process that it orders is evaluated
 * (SUP-15), and something comes of it.
 */
@Entity
@Table(name = "regulation_review")
class RegulationReview extends Aggregate {
    enum Kind {
        REVIEW(RegisterRules.REVIEW_INTERVAL),
        EVALUATION(RegisterRules.EVALUATION_INTERVAL);

        final Rule<ReviewInterval> interval;

        Kind(Rule<ReviewInterval> interval) {
            this.interval = interval;
        }
    }

    enum Outcome {
        KEPT,
        NEW_VERSION,
        WITHDRAWN
    }

    /**
     * A review of a regulation.
     *
     * @param kind whether its text is looked through, or the process that it orders is evaluated
     * @param dueAt when it is to be held
     * @param outcome whether the regulation is kept as it is, a new version is drafted or it is given up; null before
     * @param versionId the draft, where the outcome is a new version
     */
    record View(
            UUID id,
            int version,
            String regulation,
            Kind kind,
            Instant dueAt,
            RegulationReviewStatus status,
            Outcome outcome,
            String remarks,
            UUID versionId,
            String concludedBy,
            Instant concludedAt) {}

    @Column(updatable = false)
    private String regulation;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    @Column(name = "due_at", updatable = false)
    private Instant dueAt;

    @Enumerated(EnumType.STRING)
    private RegulationReviewStatus status;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String remarks;

    @Column(name = "version_id")
    private UUID versionId;

    @Column(name = "concluded_by")
    private String concludedBy;

    @Column(name = "concluded_at")
    private Instant concludedAt;

    protected RegulationReview() {}

    RegulationReview(String regulation, Kind kind) {
        super(Ids.next());
        this.regulation = regulation;
        this.kind = kind;
        status = PLANNED;
    }

    void planFor(Instant due) {
        dueAt = due;
    }

    void fallDue() {
        moveTo(DUE);
    }

    /** @param draft of the new version, null for another outcome */
    void conclude(Outcome outcome, String remarks, UUID draft, Act act) {
        requireOwner(act);
        moveTo(CONCLUDED);
        this.outcome = outcome;
        this.remarks = remarks;
        versionId = draft;
        concludedBy = act.by();
        concludedAt = act.at();
    }

    String regulation() {
        return regulation;
    }

    Kind kind() {
        return kind;
    }

    boolean isEvaluationOf(String regulation) {
        return kind == Kind.EVALUATION && this.regulation.equals(regulation);
    }

    RegulationReviewStatus status() {
        return status;
    }

    RecordRef ref() {
        return new RecordRef(recordType(), id(), regulation);
    }

    View view() {
        return new View(
                id(),
                version(),
                regulation,
                kind,
                dueAt,
                status,
                outcome,
                remarks,
                versionId,
                concludedBy,
                concludedAt);
    }

    @Override
    public String recordType() {
        return "regulation-review";
    }

    private void requireOwner(Act act) {
        act.require(
                RegisterRules.OWNED,
                act.rule(RegisterRules.OWNERS, Scope.COMPANY),
                this,
                Map.of("regulation", regulation, "by", act.by(), "callerRoles", act.roles()));
    }

    private void moveTo(RegulationReviewStatus next) {
        if (!status.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), status, next);
        status = next;
    }
}
