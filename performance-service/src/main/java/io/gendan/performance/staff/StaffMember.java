package io.gendan.performance.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.events.performance.StaffEvent;
import io.gendan.events.performance.StaffEvent.StaffRegistered;

/** A person of the staff register (ORG-04): unit, level, superior, roles and the days of duty. */
@Entity
@Table(name = "staff_member")
class StaffMember extends Aggregate {
    /** First day of those who served before there was a register to say since when. */
    static final LocalDate SINCE_EVER = LocalDate.of(2020, 1, 1);

    @Column(updatable = false)
    private String username;

    private String name;
    private String email;
    private String unit;
    private String level;
    private String superior;

    @Json
    private Set<String> roles;

    private String post;

    @Column(name = "active_from")
    private LocalDate activeFrom;

    @Column(name = "active_until")
    private LocalDate activeUntil;

    @Column(name = "personal_limit")
    private BigDecimal personalLimit;

    @Column(name = "inducted_on")
    private LocalDate inductedOn;

    @Json
    private List<Substitution> substitutions = List.of();

    protected StaffMember() {}

    StaffMember(StaffRow row) {
        super(Ids.next());
        username = row.username();
        activeFrom = SINCE_EVER;
        take(row);
    }

    StaffEvent become(StaffRow row, String profile, Act act) {
        take(row);
        return registered(profile, act);
    }

    /** Rights end with the last day of duty, in every service (SEC-17). */
    StaffEvent leave(LocalDate on, String profile, Act act) {
        if (activeUntil != null) throw new Problem.Conflict("staff-leaves-already", Map.of("username", username));
        if (on.isBefore(activeFrom)) throw Problem.Invalid.field("on", "before-the-first-day");
        activeUntil = on;
        return registered(profile, act);
    }

    StaffEvent registered(String profile, Act act) {
        return new StaffRegistered(
                id(),
                username,
                unit,
                profile,
                level,
                superior,
                new TreeSet<>(roles),
                activeFrom,
                activeUntil,
                act.at(),
                name,
                email,
                personalLimit,
                inductedOn,
                substitutions.stream().map(Substitution::told).toList());
    }

    boolean is(StaffRow row) {
        return name.equals(row.name())
                && Objects.equals(email, row.email())
                && unit.equals(row.unit())
                && Objects.equals(level, row.level())
                && Objects.equals(superior, row.superior())
                && roles.equals(row.roles())
                && Objects.equals(post, row.post())
                && (row.activeFrom() == null || row.activeFrom().equals(activeFrom))
                && (row.activeUntil() == null || row.activeUntil().equals(activeUntil))
                && (row.inductedOn() == null || row.inductedOn().equals(inductedOn));
    }

    boolean hasLeftBy(LocalDate day) {
        return activeUntil != null && activeUntil.isBefore(day);
    }

    StaffRegister.Person person() {
        return new StaffRegister.Person(username, name, unit, Set.copyOf(roles), activeFrom, activeUntil);
    }

    /** @param profile that of the unit */
    StaffResource.StaffView view(String profile) {
        return new StaffResource.StaffView(
                id(),
                version(),
                username,
                name,
                email,
                unit,
                profile,
                level,
                superior,
                new TreeSet<>(roles),
                post,
                activeFrom,
                activeUntil);
    }

    String username() {
        return username;
    }

    String unit() {
        return unit;
    }

    String superior() {
        return superior;
    }

    @Override
    public String recordType() {
        return "staff-member";
    }

    private void take(StaffRow row) {
        name = row.name();
        email = row.email();
        unit = row.unit();
        level = row.level();
        superior = row.superior();
        roles = new TreeSet<>(row.roles());
        post = row.post();
        if (row.activeFrom() != null) activeFrom = row.activeFrom();
        if (row.activeUntil() != null) activeUntil = row.activeUntil();
        if (row.inductedOn() != null) inductedOn = row.inductedOn();
    }
}
