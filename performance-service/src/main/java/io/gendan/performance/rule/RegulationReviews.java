package io.gendan.performance.rule;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.clock.Timed;
import io.gendan.core.problem.Problem;
import io.gendan.core.ruling.Rules;
import io.gendan.core.store.Aggregates;
import io.gendan.core.store.Sql;
import io.gendan.core.task.Assignee;
import io.gendan.core.task.Tasks;
import io.gendan.events.performance.RuleEvent;
import io.gendan.performance.rule.RegulationReview.Kind;
import io.gendan.rulebook.RegisterRules;
import io.gendan.rulebook.Regulation;
import io.gendan.rulebook.Scope;
import io.quarkus.runtime.StartupEvent;

/** Of every regulation one review and one evaluation is open: when it has been held the next one is planned. */
@ApplicationScoped
class RegulationReviews extends Aggregates<RegulationReview, RuleEvent> implements Timed<RegulationReview> {
    private static final String TASK = "review";

    @Inject
    Rules rules;

    @Inject
    Calendars calendars;

    @Inject
    Tasks tasks;

    @Inject
    Acts acts;

    @Inject
    Sql sql;

    RegulationReviews() {
        super("regulation-review");
    }

    /**
     * Those that came with this build are first reviewed an interval after they took effect, and their processes evaluated an
     * interval after the company began to work by them here.
     */
    @Transactional
    void planWhatIsNew(@Observes StartupEvent start) {
        sql.column(Integer.class, "select 1 from (select pg_advisory_xact_lock(hashtext('regulation reviews'))) held");
        var planned = sql.column(String.class, "select distinct regulation || ' ' || kind from regulation_review");
        Act act = acts.ofSystem();
        for (var regulation : rules.current().regulations())
            for (Kind kind : Kind.values())
                if (!planned.contains(regulation.id() + " " + kind))
                    plan(regulation.id(), kind, begin(regulation, kind), act);
    }

    /** @param draft of the new version, null for another outcome */
    @Transactional
    RegulationReview conclude(UUID id, RegulationReview.Outcome outcome, String remarks, UUID draft, Act act) {
        if ((outcome == RegulationReview.Outcome.NEW_VERSION) != (draft != null))
            throw Problem.Invalid.field("versionId", draft == null ? "required" : "only-of-a-new-version");
        var concluded = adjust(
                id,
                act,
                "performance.regulation-review.concluded",
                review -> review.conclude(outcome, remarks, draft, act));
        tasks.done(TASK, id, act);
        plan(concluded.regulation(), concluded.kind(), calendars.today(), act);
        return concluded;
    }

    private LocalDate begin(Regulation regulation, Kind kind) {
        return switch (kind) {
            case REVIEW -> calendars.dayOf(regulation.effectiveFrom());
            case EVALUATION -> calendars.today();
        };
    }

    private void plan(String regulation, Kind kind, LocalDate lastReviewed, Act act) {
        var review = new RegulationReview(regulation, kind);
        var found = act.find(
                RegisterRules.REVIEW_DUE,
                act.rule(kind.interval, Scope.COMPANY),
                review,
                Map.of("regulation", regulation, "lastReviewed", lastReviewed));
        review.planFor(calendars.startOf(LocalDate.parse(found.text("due"))));
        add(review, act);
    }

    @Override
    public Class<RegulationReview> kind() {
        return RegulationReview.class;
    }

    @Override
    public String moment() {
        return "dueAt";
    }

    @Override
    public String condition() {
        return "status = PLANNED";
    }

    @Override
    public void strike(RegulationReview due, Act act) {
        adjust(due.id(), act, "performance.regulation-review.fell-due", RegulationReview::fallDue);
        var owners = act.rule(RegisterRules.OWNERS, Scope.COMPANY).parameters();
        tasks.open(
                TASK,
                due.ref(),
                Assignee.role(owners.of(due.regulation()), null),
                act.at(),
                due.kind() == Kind.REVIEW ? "review-regulation" : "evaluate-process",
                Map.of("regulation", due.regulation()),
                due.kind().interval.key(),
                act);
    }
}
