package io.gendan.performance.rule;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.core.task.Assignee;
import io.gendan.core.task.Tasks;
import io.gendan.performance.staff.StaffRegister;
import io.gendan.performance.staff.Units;
import io.gendan.rulebook.RegisterRules;
import io.gendan.rulebook.Scope;

@ApplicationScoped
@Transactional
class RuleProposalCommands {
    private static final String TASK = "decide";

    @Inject
    RuleProposals proposals;

    @Inject
    RuleQuestions questions;

    @Inject
    RegulationReviews reviews;

    @Inject
    RuleRegister register;

    @Inject
    StaffRegister staff;

    @Inject
    Units units;

    @Inject
    Calendars calendars;

    @Inject
    Tasks tasks;

    @Inject
    Acts acts;

    /** Whoever interprets the regulation is to decide, in the proposer's unit or above it. */
    RuleProposal propose(RuleProposal.Content content) {
        Act act = acts.ofCaller();
        String unit = staff.onDuty(act.by()).unit();
        Scope proposer = Scope.of(units.profileOf(unit).orElse(null), unit);
        String regulation = register.regulationOf(content.rule(), act);
        requireOrigin(content, regulation, act);
        var limit =
                act.rule(RegisterRules.QUESTION_ANSWER, proposer).parameters().limit();
        var due = calendars.after(act.at(), limit, proposer);
        var proposal = proposals.add(new RuleProposal(content, proposer, due, act), act);
        tasks.open(
                TASK,
                proposal.ref(),
                Assignee.role(
                        act.rule(RegisterRules.OWNERS, proposer).parameters().of(regulation), unit),
                due,
                "decide-rule-proposal",
                Map.of("rule", content.rule(), "by", act.by()),
                RegisterRules.QUESTION_ANSWER.key(),
                act);
        return proposal;
    }

    /** @param version that comes of it, null to decline */
    RuleProposal decide(UUID id, UUID version, String reason) {
        Act act = acts.ofCaller();
        staff.refuseOffDuty(act.by());
        String rule = proposals.get(id).rule();
        if (version != null
                && register.findByIdOptional(version)
                        .filter(named -> named.rule().equals(rule) && named.isAlive())
                        .isEmpty()) throw Problem.Invalid.field("versionId", "does-not-exist");
        String regulation = register.regulationOf(rule, act);
        var decided = proposals.adjust(
                id,
                act,
                "performance.rule-proposal.decided",
                proposal -> proposal.decide(regulation, version, reason, act));
        tasks.done(TASK, id, act);
        return decided;
    }

    private void requireOrigin(RuleProposal.Content content, String regulation, Act act) {
        if (content.questionId() != null) {
            var suggestion = questions
                    .findByIdOptional(content.questionId())
                    .filter(question -> question.isSuggestionOn(content.rule()))
                    .filter(question ->
                            question.askedBy().equals(act.by()) || register.isLookedAfterBy(regulation, act));
            if (suggestion.isEmpty()) throw Problem.Invalid.field("questionId", "does-not-exist");
            if (proposals.existsOf(content.questionId())) throw Problem.Invalid.field("questionId", "proposed-already");
        }
        if (content.evaluationId() != null
                && reviews.findByIdOptional(content.evaluationId())
                        .filter(evaluation -> evaluation.isEvaluationOf(regulation))
                        .isEmpty()) throw Problem.Invalid.field("evaluationId", "does-not-exist");
    }
}
