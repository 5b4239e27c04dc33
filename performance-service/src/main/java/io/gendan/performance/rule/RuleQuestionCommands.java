package io.gendan.performance.rule;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.task.Assignee;
import io.gendan.core.task.Tasks;
import io.gendan.performance.staff.StaffRegister;
import io.gendan.performance.staff.Units;
import io.gendan.rulebook.RegisterRules;
import io.gendan.rulebook.Scope;

@ApplicationScoped
@Transactional
class RuleQuestionCommands {
    private static final String TASK = "answer";
    private static final Set<String> SUPERIORS = Set.of(Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.LEGAL, Roles.HR);

    @Inject
    RuleQuestions questions;

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

    /** Whoever interprets the regulation is to answer, in his unit or above it. */
    RuleQuestion ask(RuleQuestionResource.Ask request) {
        Act act = acts.ofCaller();
        String unit = staff.onDuty(act.by()).unit();
        Scope asker = Scope.of(units.profileOf(unit).orElse(null), unit);
        String regulation =
                register.inForce(request.rule(), asker, act.at()).clause().regulation();
        var limit = act.rule(RegisterRules.QUESTION_ANSWER, asker).parameters().limit();
        var due = calendars.after(act.at(), limit, asker);
        var question =
                questions.add(new RuleQuestion(request.rule(), request.kind(), request.text(), asker, due, act), act);
        tasks.open(
                TASK,
                question.ref(),
                Assignee.role(act.rule(RegisterRules.OWNERS, asker).parameters().of(regulation), unit),
                due,
                "answer-rule-question",
                Map.of("rule", request.rule(), "by", act.by()),
                RegisterRules.QUESTION_ANSWER.key(),
                act);
        return question;
    }

    RuleQuestion answer(UUID id, String text) {
        Act act = acts.ofCaller();
        staff.refuseOffDuty(act.by());
        String rule = questions.get(id).rule();
        if (SUPERIORS.stream().noneMatch(act::is) && !register.isLookedAfterBy(register.regulationOf(rule, act), act))
            throw new Problem.NotAllowed("question-not-yours-to-answer", Map.of("rule", rule, "by", act.by()));
        var answered =
                questions.adjust(id, act, "performance.rule-question.answered", question -> question.answer(text, act));
        tasks.done(TASK, id, act);
        return answered;
    }
}
