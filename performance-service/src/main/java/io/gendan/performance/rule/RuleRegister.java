package io.gendan.performance.rule;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.ruling.Rules;
import io.gendan.core.store.Aggregates;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Sql;
import io.gendan.events.performance.RuleEvent;
import io.gendan.rulebook.RegisterRules;
import io.gendan.rulebook.RuleVersion;
import io.gendan.rulebook.Scope;

/** The versions of rules the company has drafted and decided on (SUP-13). */
@ApplicationScoped
class RuleRegister extends Aggregates<RegisteredVersion, RuleEvent> {
    @Inject
    Rules rules;

    @Inject
    Sql sql;

    RuleRegister() {
        super("rule-version");
    }

    /** What a scope has to go by at a moment, were nothing changed. */
    JsonNode valuesAt(String rule, Scope scope, Instant at) {
        return inForce(rule, scope, at).values();
    }

    RuleVersion<?> inForce(String rule, Scope scope, Instant at) {
        return rules.current().inForce(rule, scope, at).orElseThrow(() -> new Problem.NotFound("rule", rule));
    }

    String regulationOf(String rule, Act act) {
        return inForce(rule, Scope.COMPANY, act.at()).clause().regulation();
    }

    /** Whether somebody interprets this regulation (rule register.owners). */
    boolean isLookedAfterBy(String regulation, Act act) {
        return act.roles().contains(owners(act).of(regulation));
    }

    /** A draft is a matter of those who write and decide it and of who interprets the regulation; once published everybody's. */
    boolean isReadableBy(Act act, RegisteredVersion version) {
        return version.isReadableBy(act) || isLookedAfterBy(regulationOf(version.rule(), act), act);
    }

    /** Whether the caller may read a record on a rule: he made it, looks after the rule, or sees all. */
    boolean isReadableBy(Act act, String rule, String maker) {
        return RegisteredVersion.seesDrafts(act)
                || maker.equals(act.by())
                || isLookedAfterBy(regulationOf(rule, act), act);
    }

    /** Leaves of records on rules those the caller may read. */
    void limitTo(String own, Listing<?> records, Act act) {
        if (RegisteredVersion.seesDrafts(act)) return;
        var lookedAfter = rules.current().versions().stream()
                .filter(version -> isLookedAfterBy(version.clause().regulation(), act))
                .map(RuleVersion::key)
                .collect(Collectors.toSet());
        records.when(own + " or rule in :lookedAfter", Map.of("reader", act.by(), "lookedAfter", lookedAfter));
    }

    private static RegisterRules.Owners owners(Act act) {
        return act.rule(RegisterRules.OWNERS, Scope.COMPANY).parameters();
    }

    /** The next number of a rule; who has asked for one goes first until his transaction ends. */
    int nextNumber(String rule) {
        sql.column(Integer.class, "select 1 from (select pg_advisory_xact_lock(hashtext(?))) held", "rule " + rule);
        int published = sql.column(
                        Integer.class, "select coalesce(max(version), 0) from rule_amendment where rule = ?", rule)
                .getFirst();
        int built = rules.current().versions().stream()
                .filter(version -> version.key().equals(rule))
                .mapToInt(RuleVersion::version)
                .max()
                .orElse(0);
        return Math.max(published, built) + 1;
    }

    boolean hasPublished(RegisteredVersion like) {
        return !sql.column(
                        UUID.class,
                        "select id from rule_version where rule = ? and profile is not distinct from ?"
                                + " and unit is not distinct from ? and effective_from = ? and number is not null",
                        like.rule(),
                        like.scope().profile(),
                        like.scope().unit(),
                        like.effectiveFrom())
                .isEmpty();
    }

    /** The one that governs the same scope now and has to make way. */
    Optional<RegisteredVersion> inEffectBeside(RegisteredVersion next) {
        return find("rule = ?1 and status = ?2 and id <> ?3", next.rule(), VersionStatus.EFFECTIVE, next.id()).stream()
                .filter(version -> version.scope().equals(next.scope()))
                .findFirst();
    }
}
