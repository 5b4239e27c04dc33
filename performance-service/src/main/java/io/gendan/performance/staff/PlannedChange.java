package io.gendan.performance.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import io.gendan.core.store.Json;

import static io.gendan.performance.staff.PlannedStatus.IN_FORCE;
import static io.gendan.performance.staff.PlannedStatus.PLANNED;
import static io.gendan.performance.staff.PlannedStatus.REFUSED;
import static io.gendan.performance.staff.PlannedStatus.WITHDRAWN;

/**
 * A change of a person or a unit that takes effect on a later day (ORG-04). It is judged when it is planned and again on its
 * day, for the company may be another by then; what does not fit any more is refused and stays as a record of it.
 */
@Entity
@Table(name = "planned_change")
class PlannedChange extends Aggregate {
    private String username;
    private String unit;

    @Json
    @Column(name = "person_change")
    private PersonChange personChange;

    @Json
    @Column(name = "unit_change")
    private UnitChange unitChange;

    @Column(name = "effective_from")
    private LocalDate effectiveFrom;

    private String reason;

    @Column(name = "planned_by")
    private String plannedBy;

    @Column(name = "planned_at")
    private Instant plannedAt;

    @Enumerated(EnumType.STRING)
    private PlannedStatus status;

    @Json
    private List<String> faults = List.of();

    @Column(name = "ended_by")
    private String endedBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "watch_at")
    private Instant watchAt;

    protected PlannedChange() {}

    private PlannedChange(LocalDate from, Instant watchAt, String reason, Act act) {
        super(Ids.next());
        this.effectiveFrom = from;
        this.watchAt = watchAt;
        this.reason = reason;
        this.plannedBy = act.by();
        this.plannedAt = act.at();
        this.status = PLANNED;
    }

    /** @param begins the moment the day begins */
    static PlannedChange ofPerson(
            String username, PersonChange change, LocalDate from, Instant begins, String reason, Act act) {
        var planned = new PlannedChange(from, begins, reason, act);
        planned.username = username;
        planned.personChange = change;
        return planned;
    }

    static PlannedChange ofUnit(
            String code, UnitChange change, LocalDate from, Instant begins, String reason, Act act) {
        var planned = new PlannedChange(from, begins, reason, act);
        planned.unit = code;
        planned.unitChange = change;
        return planned;
    }

    /** Whether it would put this person above somebody, at the head of a unit, or in charge of a shop. */
    boolean putsInPlace(String person) {
        return username == null ? unitChange.names(person) : person.equals(personChange.superior());
    }

    /** Whether it would undo that this person leaves, or come after he has left. */
    boolean outlasts(String leaver, LocalDate lastDay) {
        return leaver.equals(username) && (effectiveFrom.isAfter(lastDay) || personChange.setsLastDay());
    }

    /** The same change with a successor in the place of who leaves. */
    PlannedChange succeeded(String leaver, String successor, Act act) {
        var planned = new PlannedChange(effectiveFrom, watchAt, reason, act);
        planned.username = username;
        planned.unit = unit;
        planned.personChange = username == null ? null : personChange.comingUnder(successor);
        planned.unitChange = username == null ? unitChange.naming(successor, leaver) : null;
        return planned;
    }

    void takeEffect(Act act) {
        moveTo(IN_FORCE, act);
    }

    void withdraw(Act act) {
        moveTo(WITHDRAWN, act);
    }

    void refuse(Problem why, Act act) {
        moveTo(REFUSED, act);
        faults = why instanceof Problem.Invalid invalid
                ? invalid.errors().stream()
                        .map(error -> error.field() + " " + error.code())
                        .toList()
                : List.of(why.code());
    }

    PlannedChangeView view() {
        return new PlannedChangeView(
                id(),
                version(),
                username,
                unit,
                personChange,
                unitChange,
                effectiveFrom,
                reason,
                plannedBy,
                plannedAt,
                status,
                faults,
                endedBy,
                endedAt);
    }

    String username() {
        return username;
    }

    String unit() {
        return unit;
    }

    /** User name or unit. */
    String what() {
        return username == null ? unit : username;
    }

    PersonChange personChange() {
        return personChange;
    }

    UnitChange unitChange() {
        return unitChange;
    }

    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    /** When its day begins; null once something has become of it. */
    Instant watchAt() {
        return watchAt;
    }

    String reason() {
        return reason;
    }

    String plannedBy() {
        return plannedBy;
    }

    @Override
    public String recordType() {
        return "planned-change";
    }

    private void moveTo(PlannedStatus next, Act act) {
        if (!status.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), status, next);
        status = next;
        endedBy = act.by();
        endedAt = act.at();
        watchAt = null;
    }

    /**
     * @param username whom it is about, or null; then {@code unit} says it
     * @param faults why it was refused on its day: field and code, or the code of the refusal
     * @param endedBy who withdrew it, {@code system} where its day came
     */
    record PlannedChangeView(
            UUID id,
            int version,
            String username,
            String unit,
            PersonChange personChange,
            UnitChange unitChange,
            LocalDate effectiveFrom,
            String reason,
            String plannedBy,
            Instant plannedAt,
            PlannedStatus status,
            List<String> faults,
            String endedBy,
            Instant endedAt) {}
}
