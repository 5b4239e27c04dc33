package io.gendan.core.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.RuleVersion;
import io.gendan.rulebook.Scope;
import io.gendan.rulebook.Span;
import io.gendan.rulebook.WorkingTime;

import static io.gendan.core.deadline.DeadlineStatus.CANCELED;
import static io.gendan.core.deadline.DeadlineStatus.MET;
import static io.gendan.core.deadline.DeadlineStatus.MISSED;
import static io.gendan.core.deadline.DeadlineStatus.PAUSED;
import static io.gendan.core.deadline.DeadlineStatus.RUNNING;

/** Something that has to be done on a record by some moment. When anything happens by itself next stands in one column. */
@Entity
@Table(name = "deadline")
class Deadline extends Aggregate {
    @Embedded
    private RecordRef about;

    private String code;
    private String owner;
    private String profile;
    private String unit;
    private String rule;

    @Column(name = "rule_version")
    private int ruleVersion;

    @Column(name = "time_limit")
    private String limit;

    private boolean urgent;

    @Column(name = "warn_at_percent")
    private Integer warnAtPercent;

    private boolean escalates;

    @Enumerated(EnumType.STRING)
    private DeadlineStatus status;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "warn_at")
    private Instant warnAt;

    @Column(name = "whole_micros")
    private long wholeMicros;

    @Column(name = "warned_at")
    private Instant warnedAt;

    private String report;

    @Column(name = "reported_at")
    private Instant reportedAt;

    @Column(name = "paused_at")
    private Instant pausedAt;

    private String reason;

    @Column(name = "resumed_at")
    private Instant resumedAt;

    @Column(name = "left_micros")
    private Long leftMicros;

    @Column(name = "missed_at")
    private Instant missedAt;

    @Column(name = "met_at")
    private Instant metAt;

    @Json
    private List<String> told;

    @Column(name = "tell_at")
    private Instant tellAt;

    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    private String acknowledgedBy;

    @Column(name = "acknowledged_for")
    private String acknowledgedFor;

    private String acknowledgment;

    @Column(name = "watch_at")
    private Instant watchAt;

    protected Deadline() {}

    <P extends Record & Span> Deadline(DeadlineTerms terms, RuleVersion<P> rule, Count count) {
        super(Ids.next());
        about = terms.about();
        code = terms.code();
        status = RUNNING;
        told = List.of();
        begin(terms, rule, count);
    }

    /** Begins anew: only the record and the code stay. */
    <P extends Record & Span> void restart(DeadlineTerms terms, RuleVersion<P> rule, Count count) {
        if (status == PAUSED) moveTo(RUNNING);
        if (status != RUNNING) throw new Problem.IllegalMove(recordType(), id(), status, RUNNING);
        begin(terms, rule, count);
    }

    void belongsTo(String owner) {
        this.owner = owner;
    }

    /** @param left how much of its time it still has, which it keeps */
    void pause(Duration left, String reason, Act act) {
        requireTimeLeft("PAUSED", act);
        moveTo(PAUSED);
        pausedAt = act.at();
        this.reason = reason;
        leftMicros = micros(left);
    }

    /** @param due so long after now as there was time left */
    void resume(Instant due, Instant warnAt, String reason, Act act) {
        moveTo(RUNNING);
        this.reason = reason;
        resumedAt = act.at();
        dueAt = due;
        this.warnAt = warnedAt == null ? warnAt : null;
        pausedAt = null;
    }

    /** As it is counted by the calendar of today, from where it last began to run. */
    void recount(Instant due, Instant warnAt, String reason, Act act) {
        if (status != RUNNING) throw new Problem.IllegalMove(recordType(), id(), status, "RECOUNTED");
        requireTimeLeft("RECOUNTED", act);
        dueAt = due;
        this.warnAt = warnedAt == null ? warnAt : null;
        this.reason = reason;
    }

    /** The owner says that it cannot be kept and asks for support (AFT-07). */
    void report(String text, Act act) {
        if (!status.isOpen()) throw new Problem.IllegalMove(recordType(), id(), status, "REPORTED");
        if (!act.by().equals(owner))
            throw new Problem.NotAllowed("deadline-of-another", Map.of("by", act.by(), "owner", String.valueOf(owner)));
        report = text;
        reportedAt = act.at();
    }

    void warn(Act act) {
        if (status != RUNNING) throw new Problem.IllegalMove(recordType(), id(), status, "WARNED");
        warnedAt = act.at();
        warnAt = null;
    }

    /** Done in time, or too late: then it is missed, and stays so. */
    void meet(Act act) {
        if (status.isOpen()) moveTo(MET);
        if (metAt == null) metAt = act.at();
        if (!told.isEmpty()) tellAt = null; // where nobody knows of the miss yet, the first one still hears of it
    }

    /** @param tellAt when the first of those who have to know is told */
    void miss(Instant tellAt, Act act) {
        moveTo(MISSED);
        missedAt = act.at();
        this.tellAt = tellAt;
    }

    /** The record no longer needs it. What was missed stays missed, but nobody further is told. */
    void cancel() {
        if (status.isOpen()) moveTo(CANCELED);
        tellAt = null;
    }

    /**
     * The next one was told of the miss.
     *
     * @param person who, null where there is nobody any more
     * @param nextAt when the one after him is, if he has not acknowledged it by then; null where nobody is
     */
    void tell(String person, Instant nextAt) {
        if (status != MISSED) throw new Problem.IllegalMove(recordType(), id(), status, "TOLD");
        if (person != null) {
            var all = new ArrayList<>(told);
            all.add(person);
            told = List.copyOf(all);
        }
        tellAt = nextAt;
    }

    /**
     * @param represented those for whom whoever acts stands in that day (ORG-12)
     * @param remark what he does about it
     */
    void acknowledge(Set<String> represented, String remark, Act act) {
        if (status != MISSED || acknowledgedAt != null)
            throw new Problem.IllegalMove(recordType(), id(), status, "ACKNOWLEDGED");
        String instead = told.stream().filter(represented::contains).findFirst().orElse(null);
        if (!told.contains(act.by()) && instead == null)
            throw new Problem.NotAllowed("deadline-not-told", Map.of("by", act.by(), "told", told));
        acknowledgedFor = told.contains(act.by()) ? null : instead;
        acknowledgedAt = act.at();
        acknowledgedBy = act.by();
        acknowledgment = remark;
        tellAt = null;
    }

    /** Whether it has run out, noticed or not. */
    boolean hasRunOut(Instant now) {
        return status == RUNNING && now.isAfter(dueAt);
    }

    boolean isToWarn(Instant now) {
        return status == RUNNING && warnAt != null && now.isAfter(warnAt) && !now.isAfter(dueAt);
    }

    boolean isToTell(Instant now) {
        return tellAt != null && now.isAfter(tellAt);
    }

    /** Whether somebody has yet to say that he knows of the miss. */
    boolean waitsForAcknowledgment() {
        return status == MISSED && metAt == null && acknowledgedAt == null;
    }

    /** Where it has been paused: how much time it had left when it went on, which counts from then. */
    Optional<Duration> left() {
        return Optional.ofNullable(leftMicros).map(micros -> Duration.of(micros, ChronoUnit.MICROS));
    }

    Duration whole() {
        return Duration.of(wholeMicros, ChronoUnit.MICROS);
    }

    /** When it last began to run. */
    Instant runsSince() {
        return resumedAt == null ? startedAt : resumedAt;
    }

    DeadlineStatus status() {
        return status;
    }

    RecordRef about() {
        return about;
    }

    String code() {
        return code;
    }

    String owner() {
        return owner;
    }

    Scope scope() {
        return Scope.of(profile, unit);
    }

    WorkingTime limit() {
        return WorkingTime.parse(limit);
    }

    Instant due() {
        return dueAt;
    }

    Integer warnAtPercent() {
        return warnAtPercent;
    }

    boolean isUrgent() {
        return urgent;
    }

    boolean escalates() {
        return escalates;
    }

    List<String> told() {
        return told;
    }

    DeadlineView view() {
        return new DeadlineView(
                id(),
                version(),
                about.type(),
                about.id(),
                about.label(),
                code,
                owner,
                profile,
                unit,
                rule,
                ruleVersion,
                limit,
                status,
                startedAt,
                dueAt,
                warnAt,
                warnedAt,
                report,
                reportedAt,
                pausedAt,
                reason,
                missedAt,
                metAt,
                told,
                acknowledgedAt,
                acknowledgedBy,
                acknowledgedFor,
                acknowledgment);
    }

    @Override
    public String recordType() {
        return "deadline";
    }

    private <P extends Record & Span> void begin(DeadlineTerms terms, RuleVersion<P> version, Count count) {
        owner = terms.owner();
        profile = terms.scope().profile();
        unit = terms.scope().unit();
        rule = version.key();
        ruleVersion = version.version();
        limit = version.parameters().time().toString();
        urgent = terms.urgent();
        warnAtPercent = terms.warnAtPercent();
        escalates = terms.escalates();
        startedAt = count.from();
        dueAt = count.due();
        warnAt = count.warnAt();
        wholeMicros = micros(count.whole());
        warnedAt = null;
        pausedAt = null;
        reason = null;
        report = null;
        reportedAt = null;
        resumedAt = null;
        leftMicros = null;
    }

    @PrePersist
    @PreUpdate
    void setWatch() {
        watchAt = status == RUNNING ? warnAt != null && warnAt.isBefore(dueAt) ? warnAt : dueAt : tellAt;
    }

    private static long micros(Duration time) {
        return Math.addExact(Math.multiplyExact(time.getSeconds(), 1_000_000L), time.getNano() / 1_000);
    }

    /** What has run out is missed, also where nobody has looked yet. */
    private void requireTimeLeft(String next, Act act) {
        if (hasRunOut(act.at())) throw new Problem.IllegalMove(recordType(), id(), MISSED, next);
    }

    private void moveTo(DeadlineStatus next) {
        if (!status.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), status, next);
        status = next;
    }
}
