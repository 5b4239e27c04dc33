package io.gendan.performance.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
import io.gendan.core.approval.Apart;
import io.gendan.core.approval.Approver;
import io.gendan.core.approval.Checksum;
import io.gendan.core.approval.Decider;
import io.gendan.core.approval.PlannedStep;
import io.gendan.core.approval.Quorum;
import io.gendan.core.approval.Submission;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.core.store.RecordRef;
import io.gendan.events.performance.RuleEvent;
import io.gendan.events.performance.RuleEvent.ReadingRequired;
import io.gendan.events.performance.RuleEvent.RulePublished;
import io.gendan.rulebook.Amendment;
import io.gendan.rulebook.RegisterRules;
import io.gendan.rulebook.RegisterRules.VersionApproval;
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

    /** Numbers are the same however they were read. */
    private static final Comparator<JsonNode> SAME_VALUE = (one, other) -> {
        boolean same = one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
        return same ? 0 : 1;
    };

    private static final Set<String> SEE_DRAFTS =
            Set.of(Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.LEGAL, Roles.HR, Roles.AUDIT);

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

    /**
     * Hands it to those who review and then approve it (SUP-13).
     *
     * @param unit where to look for them: that of the scope or of the author, null for the whole company
     */
    Submission submit(String unit, Act act) {
        requireAuthor(act);
        requireFuture(act);
        moveTo(LEADER_APPROVAL);
        submittedAt = act.at();
        remarks = null;
        var rule = act.rule(RegisterRules.APPROVAL, Scope.COMPANY).parameters();
        var steps = new ArrayList<PlannedStep>();
        if (!rule.reviewers().isEmpty()) steps.add(step(VersionApproval.REVIEW, "reviewer", rule.reviewers(), unit));
        steps.add(step("approval", "approver", rule.roles(), unit));
        return new Submission(
                new RecordRef(recordType(), id(), rule()),
                Scope.of(profile, unit),
                checksum(),
                Set.of(author),
                new Apart("author", rule.authorExcluded() ? Set.of("author", "reviewer", "approver") : Set.of()),
                steps);
    }

    private static PlannedStep step(String code, String part, Set<String> roles, String unit) {
        var holders = new TreeSet<>(roles)
                .stream().<Approver>map(role -> new Approver.Holder(role, unit)).toList();
        return new PlannedStep(code, part, holders, Quorum.ANY, RegisterRules.APPROVAL_LIMIT);
    }

    /** Who takes a step has the role for it; ADMIN has none of them. */
    void requireOffice(String step, Decider decider, Act act) {
        act.require(
                RegisterRules.APPROVED_BY_RIGHT,
                act.rule(RegisterRules.APPROVAL, Scope.COMPANY),
                this,
                Map.of("rule", rule, "step", step, "by", decider.by(), "callerRoles", decider.roles()));
    }

    /** Unless the rule allows it, nobody decides on what he wrote. */
    void requireNotByAuthor(Decider decider, Act act) {
        var approval = act.rule(RegisterRules.APPROVAL, Scope.COMPANY);
        for (String person : decider.people())
            act.require(
                    RegisterRules.NOT_BY_AUTHOR, approval, this, Map.of("rule", rule, "author", author, "by", person));
    }

    void returnWith(String remarks) {
        moveTo(DRAFT);
        this.remarks = remarks;
    }

    void requireUnderApproval() {
        if (status != LEADER_APPROVAL) throw new Problem.IllegalMove(recordType(), id(), status, PUBLISHED);
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
     * @param by who approved it last
     */
    RuleEvent publish(int number, JsonNode before, String by, Act act) {
        if (status == LEADER_APPROVAL) requireFuture(act);
        moveTo(PUBLISHED);
        this.number = number;
        this.before = before;
        approvedBy = by;
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

    /** A draft is a matter of those who write and decide it; once published everybody reads it. */
    boolean isReadableBy(Act act) {
        return number != null || author.equals(act.by()) || seesDrafts(act);
    }

    static boolean seesDrafts(Act act) {
        return act.roles().stream().anyMatch(SEE_DRAFTS::contains);
    }

    String author() {
        return author;
    }

    /** On its way or in force, or has been; not given up. */
    boolean isAlive() {
        return status != WITHDRAWN;
    }

    void takeEffect() {
        moveTo(EFFECTIVE);
    }

    void supersede() {
        moveTo(SUPERSEDED);
    }

    boolean isSubmitted() {
        return status == LEADER_APPROVAL;
    }

    Amendment amendment() {
        return new Amendment(rule, number, scope(), values, effectiveFrom);
    }

    /** What is agreed to is what the difference showed: it was written against what still stands. */
    void requireUpToDate(JsonNode standing) {
        if (!before.equals(SAME_VALUE, standing))
            throw new Problem.Conflict("rule-version-outdated", Map.of("rule", rule));
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

    /** Of everything that is approved, whatever the order of names in it. */
    private String checksum() {
        var content = new Checksum()
                .with("rule", rule)
                .with("profile", profile)
                .with("unit", unit)
                .with("effectiveFrom", effectiveFrom)
                .with("reason", reason)
                .with("concerns", concerns);
        if (values != null) addTo(content, "values", values);
        return content.hex();
    }

    private static void addTo(Checksum content, String name, JsonNode value) {
        if (value.isObject())
            new TreeSet<>(names(value).toList()).forEach(key -> addTo(content, name + "." + key, value.get(key)));
        else if (value.isArray()) for (int i = 0; i < value.size(); i++) addTo(content, name + "." + i, value.get(i));
        else content.with(name, value.isNumber() ? value.decimalValue() : value.asText());
    }

    private static Stream<String> names(JsonNode values) {
        return values == null ? Stream.empty() : values.properties().stream().map(Map.Entry::getKey);
    }

    private void moveTo(VersionStatus next) {
        if (!status.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), status, next);
        status = next;
    }
}
