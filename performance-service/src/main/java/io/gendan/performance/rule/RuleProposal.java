package io.gendan.performance.rule;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
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

import static io.gendan.performance.rule.RuleProposalStatus.ADOPTED;
import static io.gendan.performance.rule.RuleProposalStatus.DECLINED;
import static io.gendan.performance.rule.RuleProposalStatus.PROPOSED;

/** What somebody proposes to change in a rule, and the decision on it, from which a new version may come (SUP-15). */
@Entity
@Table(name = "rule_proposal")
class RuleProposal extends Aggregate {
    /**
     * What is proposed.
     *
     * @param questionId the suggestion it comes from, null for none
     * @param evaluationId the evaluation of the process it comes from, null for none
     */
    record Content(String rule, String text, UUID questionId, UUID evaluationId) {}

    /**
     * A proposal.
     *
     * @param questionId the suggestion it comes from, null for none
     * @param evaluationId the evaluation of the process it comes from, null for none
     * @param decisionDue when it is to be decided (rule register.question.answer)
     * @param reason of the decision; null before
     * @param versionId the version that came of it, once adopted
     */
    record View(
            UUID id,
            int version,
            String rule,
            String text,
            UUID questionId,
            UUID evaluationId,
            String proposedBy,
            Instant proposedAt,
            Instant decisionDue,
            RuleProposalStatus status,
            String reason,
            UUID versionId,
            String decidedBy,
            Instant decidedAt) {}

    @Column(updatable = false)
    private String rule;

    @Column(updatable = false)
    private String text;

    @Column(name = "question_id", updatable = false)
    private UUID questionId;

    @Column(name = "evaluation_id", updatable = false)
    private UUID evaluationId;

    @Column(name = "proposed_by", updatable = false)
    private String proposedBy;

    @Column(name = "proposed_at", updatable = false)
    private Instant proposedAt;

    @Column(name = "decision_due", updatable = false)
    private Instant decisionDue;

    @Enumerated(EnumType.STRING)
    private RuleProposalStatus status;

    private String reason;

    @Column(name = "version_id")
    private UUID versionId;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    protected RuleProposal() {}

    /** @param due when it is to be decided */
    RuleProposal(Content content, Scope proposer, Instant due, Act act) {
        super(Ids.next());
        rule = content.rule();
        text = content.text();
        questionId = content.questionId();
        evaluationId = content.evaluationId();
        proposedBy = act.by();
        proposedAt = act.at();
        decisionDue = due;
        status = PROPOSED;
        act.deadline(act.rule(RegisterRules.QUESTION_ANSWER, proposer), proposer, this, proposedAt, due);
    }

    /**
     * Whoever interprets the regulation decides, or a leader who approves versions, and never the one who proposed it.
     *
     * @param version that comes of it, null to decline
     */
    void decide(String regulation, UUID version, String reason, Act act) {
        if (act.by().equals(proposedBy)) throw new Problem.NotAllowed("proposal-is-yours", Map.of("by", act.by()));
        Set<String> leaders =
                act.rule(RegisterRules.APPROVAL, Scope.COMPANY).parameters().roles();
        act.require(
                RegisterRules.DECIDED_BY_RIGHT,
                act.rule(RegisterRules.OWNERS, Scope.COMPANY),
                this,
                Map.of(
                        "rule",
                        rule,
                        "regulation",
                        regulation,
                        "by",
                        act.by(),
                        "callerRoles",
                        act.roles(),
                        "roles",
                        leaders));
        moveTo(version == null ? DECLINED : ADOPTED);
        this.reason = reason;
        versionId = version;
        decidedBy = act.by();
        decidedAt = act.at();
    }

    String rule() {
        return rule;
    }

    String proposedBy() {
        return proposedBy;
    }

    RecordRef ref() {
        return new RecordRef(recordType(), id(), rule);
    }

    View view() {
        return new View(
                id(),
                version(),
                rule,
                text,
                questionId,
                evaluationId,
                proposedBy,
                proposedAt,
                decisionDue,
                status,
                reason,
                versionId,
                decidedBy,
                decidedAt);
    }

    @Override
    public String recordType() {
        return "rule-proposal";
    }

    private void moveTo(RuleProposalStatus next) {
        if (!status.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), status, next);
        status = next;
    }
}
