package io.gendan.performance.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

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
import io.gendan.rulebook.PeopleRules;
import io.gendan.rulebook.PeopleRules.ExclusiveRoles;
import io.gendan.rulebook.RuleVersion;

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
    private SortedSet<String> roles;

    private String post;

    @Column(name = "active_from")
    private LocalDate activeFrom;

    @Column(name = "active_until")
    private LocalDate activeUntil;

    @Column(name = "inducted_on")
    private LocalDate inductedOn;

    @Column(name = "personal_limit")
    private BigDecimal personalLimit;

    @Json
    private SortedSet<String> skills = new TreeSet<>();

    @Json
    private List<Certificate> certificates = List.of();

    @Json
    private List<Substitution> substitutions = List.of();

    /** Rises with each telling of him: copies drop what reaches them late. */
    private int revision;

    protected StaffMember() {}

    StaffMember(String username, PersonDetails details) {
        super(Ids.next());
        this.username = username;
        take(details);
    }

    StaffEvent become(PersonDetails details, String profile, Act act) {
        take(details);
        return registered(profile, act);
    }

    /** Rights end with the last day of duty, in every service (SEC-17). */
    void requireMayLeave(LocalDate on) {
        if (activeUntil != null) throw new Problem.Conflict("staff-leaves-already", Map.of("username", username));
        if (on.isBefore(activeFrom)) throw Problem.Invalid.field("on", "before-the-first-day");
    }

    /** Nobody drafts what he approves, nor audits his own work (ORG-01). */
    void requireRolesThatGoTogether(Set<String> wanted, RuleVersion<ExclusiveRoles> rule, Act act) {
        act.require(
                PeopleRules.ROLES_GO_TOGETHER,
                rule,
                this,
                Map.of(
                        "username", username,
                        "roles", List.copyOf(wanted),
                        "exclusive", rule.parameters().conflictsOf(wanted)));
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
                substitutions.stream()
                        .filter(Substitution::hasDays)
                        .map(Substitution::told)
                        .toList(),
                revision = Revision.after(revision, act.at()));
    }

    StaffEvent nameSubstitute(Substitution named, String profile, Act act) {
        if (isAway(named.firstDay(), named.lastDay()))
            throw new Problem.Conflict("substitution-overlaps", Map.of("username", username));
        substitutions = Stream.concat(substitutions.stream(), Stream.of(named)).toList();
        return registered(profile, act);
    }

    /** @param last the last day it still holds; before it began, it never does */
    StaffEvent endSubstitution(UUID id, LocalDate last, String profile, Act act) {
        var ending = substitution(id);
        if (!last.isBefore(ending.lastDay()))
            throw new Problem.Conflict("substitution-over", Map.of("username", username, "on", ending.lastDay()));
        substitutions = substitutions.stream()
                .map(each -> each.id().equals(id) ? each.endedOn(last, act) : each)
                .toList();
        return registered(profile, act);
    }

    /** Whoever stands in is somebody else, there on all these days, and may do what the person may. */
    void requireFits(StaffMember substitute, LocalDate first, LocalDate last, String field) {
        if (substitute.username.equals(username)) throw Problem.Invalid.field(field, "oneself");
        var details = substitute.details();
        if (!details.isOnDuty(first) || !details.isOnDuty(last)) throw Problem.Invalid.field(field, "not-on-duty-then");
        if (substitute.isAway(first, last)) throw Problem.Invalid.field(field, "is-away-then");
        var lacking = new TreeSet<>(roles);
        lacking.removeAll(details.roles());
        if (!lacking.isEmpty()) throw Problem.Invalid.field(field, "lacks-role", lacking);
    }

    /** Those in which this person still stands in after a day. */
    List<Substitution> substitutionsBy(String substitute, LocalDate after) {
        return substitutions.stream()
                .filter(each -> each.substitute().equals(substitute) && each.overlaps(after.plusDays(1), LocalDate.MAX))
                .toList();
    }

    /** Who stands in leaves: from the day after his last one the successor does. */
    StaffEvent passSubstitutions(String leaver, LocalDate lastDay, String successor, String profile, Act act) {
        var passed = substitutionsBy(leaver, lastDay);
        substitutions = substitutions.stream()
                .flatMap(each -> passed.contains(each) ? each.passedTo(successor, lastDay, act) : Stream.of(each))
                .toList();
        return registered(profile, act);
    }

    Substitution substitution(UUID id) {
        return substitutions.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("substitution", id));
    }

    List<Substitution> substitutions() {
        return substitutions;
    }

    /** Whether he has named somebody to stand in for him on any of these days. */
    boolean isAway(LocalDate from, LocalDate until) {
        return substitutions.stream().anyMatch(each -> each.overlaps(from, until));
    }

    PersonDetails details() {
        return new PersonDetails(
                name,
                email,
                unit,
                level,
                superior,
                roles,
                post,
                activeFrom,
                activeUntil,
                inductedOn,
                personalLimit,
                skills,
                certificates);
    }

    PersonChanged changed(boolean added, Act act) {
        return new PersonChanged(username, name, email, Set.copyOf(roles), activeFrom, activeUntil, added, act);
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
                activeUntil,
                inductedOn,
                personalLimit,
                skills,
                certificates);
    }

    String username() {
        return username;
    }

    String unit() {
        return unit;
    }

    @Override
    public String recordType() {
        return "staff-member";
    }

    private void take(PersonDetails details) {
        name = details.name();
        email = details.email();
        unit = details.unit();
        level = details.level();
        superior = details.superior();
        roles = details.roles();
        post = details.post();
        activeFrom = details.activeFrom();
        activeUntil = details.activeUntil();
        inductedOn = details.inductedOn();
        personalLimit = details.personalLimit();
        skills = details.skills();
        certificates = details.certificates();
    }
}
