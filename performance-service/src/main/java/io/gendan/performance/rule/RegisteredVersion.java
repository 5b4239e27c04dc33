package io.gendan.performance.rule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;

import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.events.performance.RuleEvent;
import io.gendan.events.performance.RuleEvent.ReadingRequired;
import io.gendan.events.performance.RuleEvent.RulePublished;
import io.gendan.rulebook.Amendment;
import io.gendan.rulebook.RegisterRules;
import io.gendan.rulebook.Scope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import static io.gendan.performance.rule.VersionStatus.DRAFT;
import static io.gendan.performance.rule.VersionStatus.EFFECTIVE;
import static io.gendan.performance.rule.VersionStatus.LEADER_APPROVAL;
import static io.gendan.performance.rule.VersionStatus.PUBLISHED;
import static io.gendan.performance.rule.VersionStatus.SUPERSEDED;
import static io.gendan.performance.rule.VersionStatus.WITHDRAWN;

/** A version of a rule on its way from the draft into force and out of it (SUP-13, SUP-18). */
@Entity
@Table(name = "rule_version")
class RegisteredVersion extends Aggregate {
    /**
     * What a version says.
     *
     * @param values every parameter; null ends the exception of the scope
     * @param before every parameter as it would stand without this version
     * @param concerns roles whose people are to confirm having read it (SUP-17)
     */
    record Content(JsonNode values, JsonNode before, Instant effectiveFrom, String reason, Set<String> concerns) {}

    /** @param before null where nothing stood, {@code after} null where the exception ends */
    record Difference(
            String parameter,
            @Schema(implementation = Object.class) JsonNode before,
            @Schema(implementation = Object.class) JsonNode after) {}

    @Column(updatable = false)
    private String rule;

    @Column(updatable = false)
    private String profile;

    @Column(updatable = false)
    private String unit;

    @Json
    @Column(name = "rule_values")
    private JsonNode values;

    @Json
    @Column(name = "values_before")
    private JsonNode before;

    @Column(name = "effective_from")
    private Instant effectiveFrom;

    private String reason;

    @Json
    private TreeSet<String> concerns;

    @Enumerated(EnumType.STRING)
    private VersionStatus status;

    @Column(updatable = false)
    private String author;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    private String remarks;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "published_at")
    private Instant publishedAt;

    private Integer number;

    @Column(name = "watch_at")
    private Instant watchAt;

    protected RegisteredVersion() {}

    RegisteredVersion(String rule, Scope scope, Content content, Act act) {
        super(Ids.next());
        this.rule = rule;
        profile = scope.profile();
        unit = scope.unit();
        author = act.by();
        createdAt = act.at();
        status = DRAFT;
        say(content, act);
    }

    void redraft(Content content, Act act) {
        requireAuthor(act);
        if (status != DRAFT) throw new Problem.IllegalMove(recordType(), id(), status, "REDRAFTED");
        say(content, act);
    }

    void submit(Act act) {
        requireAuthor(act);
        requireFuture(act);
        moveTo(LEADER_APPROVAL);
        submittedAt = act.at();
        remarks = null;
    }

    void returnWith(String remarks, Act act) {
        requireApprover(act);
        moveTo(DRAFT);
        this.remarks = remarks;
    }

    void withdraw(Act act) {
        requireAuthor(act);
        moveTo(WITHDRAWN);
    }

    /**
     * Publishes it. It governs acts from its date on, whenever the other services hear of it.
     *
     * @param number later than every earlier one of the rule
     * @param before every parameter as it stands now without this version
     */
    RuleEvent publish(int number, JsonNode before, Act act) {
        if (status == LEADER_APPROVAL) {
            requireApprover(act);
            requireFuture(act);
        }
        moveTo(PUBLISHED);
        this.number = number;
        this.before = before;
        approvedBy = act.by();
        publishedAt = act.at();
        return new RulePublished(
                id(), rule, number, profile, unit, values, effectiveFrom, reason, approvedBy, act.at());
    }

    /** Who is to read it, once it is published; empty where it concerns nobody in particular (SUP-17). */
    Optional<RuleEvent> readingRequired(Act act) {
        return concerns.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ReadingRequired(id(), rule, number, profile, unit, concerns, effectiveFrom, act.at()));
    }

    /** Whether it is open to everybody, or still a matter of those who write and decide it. */
    boolean isPublic() {
        return number != null;
    }

    String author() {
        return author;
    }

    void takeEffect() {
        moveTo(EFFECTIVE);
    }

    void supersede() {
        moveTo(SUPERSEDED);
    }

    Amendment amendment() {
        return new Amendment(rule, number, scope(), values, effectiveFrom);
    }

    /** What the version changes, parameter by parameter. */
    List<Difference> differences() {
        var names = Stream.concat(names(before), names(values)).distinct();
        return names.map(name -> new Difference(name, before.get(name), values == null ? null : values.get(name)))
                .filter(d -> d.before() == null || !d.before().equals(d.after()))
                .toList();
    }

    String rule() {
        return rule;
    }

    Scope scope() {
        return Scope.of(profile, unit);
    }

    Instant effectiveFrom() {
        return effectiveFrom;
    }

    RegisteredVersionView view() {
        return new RegisteredVersionView(
                id(),
                version(),
                rule,
                profile,
                unit,
                number,
                values == null,
                values,
                differences(),
                effectiveFrom,
                reason,
                concerns,
                status.name(),
                author,
                createdAt,
                submittedAt,
                remarks,
                approvedBy,
                publishedAt);
    }

    @Override
    public String recordType() {
        return "rule-version";
    }

    @PrePersist
    @PreUpdate
    void setWatch() {
        watchAt = status == PUBLISHED ? effectiveFrom : null;
    }

    private void say(Content content, Act act) {
        values = content.values();
        before = content.before();
        effectiveFrom = content.effectiveFrom();
        reason = content.reason();
        concerns = new TreeSet<>(content.concerns());
        if (values != null && differences().isEmpty())
            throw new Problem.Unprocessable("rule-version-changes-nothing", Map.of("rule", rule));
        requireFuture(act);
    }

    private void requireFuture(Act act) {
        if (!effectiveFrom.isAfter(act.at())) throw Problem.Invalid.field("effectiveFrom", "past");
    }

    private void requireAuthor(Act act) {
        if (!act.by().equals(author))
            throw new Problem.NotAllowed("rule-version-of-another", Map.of("author", author, "by", act.by()));
    }

    private void requireApprover(Act act) {
        var approval = act.rule(RegisterRules.APPROVAL, Scope.COMPANY);
        var inputs = Map.of("rule", rule, "author", author, "by", act.by(), "callerRoles", act.roles());
        act.require(RegisterRules.APPROVED_BY_RIGHT, approval, this, inputs);
        act.require(RegisterRules.NOT_BY_AUTHOR, approval, this, inputs);
    }

    private static Stream<String> names(JsonNode values) {
        return values == null ? Stream.empty() : values.properties().stream().map(Map.Entry::getKey);
    }

    private void moveTo(VersionStatus next) {
        if (!status.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), status, next);
        status = next;
    }
}
