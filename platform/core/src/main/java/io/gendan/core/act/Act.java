package io.gendan.core.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.rulebook.Condition;
import io.gendan.rulebook.Evaluation;
import io.gendan.rulebook.Facts;
import io.gendan.rulebook.Finding;
import io.gendan.rulebook.KeptInputs;
import io.gendan.rulebook.Outcome;
import io.gendan.rulebook.Rule;
import io.gendan.rulebook.RuleVersion;
import io.gendan.rulebook.Rulebook;
import io.gendan.rulebook.Ruling;
import io.gendan.rulebook.Scope;
import io.gendan.rulebook.Span;

/**
 * One act of one person: who, in which roles, when, under which rulebook; and the rulings it brings about. Domain code
 * gets it as an argument, so that it knows neither clock nor login.
 */
public final class Act {
    public static final String SYSTEM = "system";

    private final String by;
    private final Set<String> roles;
    private final Instant at;
    private final Rulebook rulebook;
    private final long calendar;
    private final List<Ruling> rulings = new ArrayList<>();

    public Act(String by, Set<String> roles, Instant at, Rulebook rulebook) {
        this(by, roles, at, rulebook, 0);
    }

    /** @param calendar edition of what is known of holidays and units' days, kept with the deadlines the act sets */
    public Act(String by, Set<String> roles, Instant at, Rulebook rulebook, long calendar) {
        this.by = by;
        this.roles = Set.copyOf(roles);
        this.at = at;
        this.rulebook = rulebook;
        this.calendar = calendar;
    }

    public String by() {
        return by;
    }

    public Instant at() {
        return at;
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    public Set<String> roles() {
        return roles;
    }

    /** Edition of what this act knows of holidays and units' days. */
    public long calendar() {
        return calendar;
    }

    /** The rule as it is in force where and when this act takes place. */
    public <P extends Record> RuleVersion<P> rule(Rule<P> rule, Scope scope) {
        return rulebook.inForce(rule, scope, at);
    }

    /**
     * Refuses the act unless the condition holds under this version of its rule; either way a ruling says so.
     *
     * @param inputs what the decision is made from; those that the condition asks for, and what else explains it
     */
    public <P extends Record> void require(
            Condition<P> condition, RuleVersion<P> rule, Aggregate subject, Map<String, ?> inputs) {
        decide(condition, rule, subject, inputs);
    }

    /**
     * Keeps on record what a rule marks or computes, and hands it over.
     *
     * @param inputs what it follows from; those that the finding asks for, and what else explains it
     */
    public <P extends Record> Facts find(
            Finding<P> finding, RuleVersion<P> rule, Aggregate subject, Map<String, ?> inputs) {
        return decide(finding, rule, subject, inputs);
    }

    /** Keeps on record the deadline that a rule set, so long after {@code from} on the calendar of this scope. */
    public <P extends Record & Span> void deadline(
            RuleVersion<P> rule, Scope scope, Aggregate subject, Instant from, Instant due) {
        deadline(rule, scope, subject.recordType(), subject.id(), from, due);
    }

    /** The same, of a record that is only pointed at. */
    public <P extends Record & Span> void deadline(
            RuleVersion<P> rule, Scope scope, String recordType, UUID recordId, Instant from, Instant due) {
        var inputs = new HashMap<String, Object>(Map.of("from", from, "due", due, "calendar", calendar));
        if (scope.profile() != null) inputs.put("profile", scope.profile());
        if (scope.unit() != null) inputs.put("unit", scope.unit());
        rulings.add(ruling(null, Outcome.DEADLINE_SET, rule, recordType, recordId, inputs));
    }

    private <P extends Record> Facts decide(
            Evaluation<P> evaluation, RuleVersion<P> rule, Aggregate subject, Map<String, ?> inputs) {
        Evaluation.Verdict verdict = evaluation.of(rule.parameters(), Facts.of(inputs));
        var kept = new HashMap<String, Object>(inputs);
        kept.putAll(verdict.found().values());
        Ruling ruling = ruling(evaluation.code(), verdict.outcome(), rule, subject, kept);
        if (verdict.outcome() == Outcome.REFUSED)
            throw new Problem.RuleBroken(
                    verdict.failed() ? "condition-fails" : evaluation.code(), ruling, rule.clause());
        rulings.add(ruling);
        return verdict.found();
    }

    private Ruling ruling(String code, Outcome outcome, RuleVersion<?> rule, Aggregate subject, Map<String, ?> inputs) {
        return ruling(code, outcome, rule, subject.recordType(), subject.id(), inputs);
    }

    private Ruling ruling(
            String code,
            Outcome outcome,
            RuleVersion<?> rule,
            String recordType,
            UUID recordId,
            Map<String, ?> inputs) {
        assert KeptInputs.undeclared(inputs.keySet()).isEmpty()
                : "not classified in KeptInputs: " + KeptInputs.undeclared(inputs.keySet());
        return rule.ruling(code, outcome, recordType, recordId, inputs, by, at);
    }

    /** Hands over the rulings gathered so far; each is handed over once. */
    public List<Ruling> takeRulings() {
        var taken = List.copyOf(rulings);
        rulings.clear();
        return taken;
    }
}
