package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.problem.Problem.FieldError;
import io.gendan.rulebook.PeopleRules;
import io.gendan.rulebook.PeopleRules.ExclusiveRoles;
import io.gendan.rulebook.RuleVersion;
import io.gendan.rulebook.Scope;

/**
 * Puts changes of people and units into force, each judged by what the whole company would be like. In the caller's
 * transaction; refuses before it has changed anything.
 */
@ApplicationScoped
class StaffChanges {
    @Inject
    StaffRegister register;

    @Inject
    Units units;

    @Inject
    Structures structures;

    @Inject
    EntityManager entities;

    StaffMember register(String username, PersonDetails details, String reason, LocalDate day, Act act) {
        Structure before = structures.presentForChange();
        if (before.people().containsKey(username))
            throw new Problem.Conflict("staff-registered-already", Map.of("username", username));
        judge(before, username, details, day);
        var member = new StaffMember(username, details);
        member.requireRolesThatGoTogether(details.roles(), exclusive(act), act);
        store(member, details, before, act);
        keepVersion(username, details, details.activeFrom(), reason, act);
        structures.settleHeads(day, act);
        return member;
    }

    StaffMember change(String username, PersonChange change, String reason, LocalDate day, Act act) {
        Structure before = structures.presentForChange();
        var known = before.people().get(username);
        if (known == null) throw new Problem.NotFound("staff-member", username);
        var details = change.over(known);
        judge(before, username, details, day);
        var member = register.member(username).orElseThrow();
        if (!details.roles().equals(known.roles()))
            member.requireRolesThatGoTogether(details.roles(), exclusive(act), act);
        if (!details.equals(known)) enact(member, details, reason, day, act);
        return member;
    }

    /** Puts in force what has been judged. */
    void enact(StaffMember member, PersonDetails details, String reason, LocalDate day, Act act) {
        String profile = units.profileOf(details.unit()).orElseThrow();
        register.change(member.id(), act, m -> m.become(details, profile, act));
        keepVersion(member.username(), details, day, reason, act);
        structures.settleHeads(day, act);
    }

    /** Whether the change would stand on that day, the company being what it is now. */
    void judge(String username, PersonChange change, LocalDate day, Act act) {
        Structure present = structures.present();
        var details = change.over(present.people().get(username));
        judge(present, username, details, day);
        register.member(username).orElseThrow().requireRolesThatGoTogether(details.roles(), exclusive(act), act);
    }

    void judge(String code, UnitChange change, LocalDate day) {
        Structure present = structures.present();
        var known = present.units().get(code);
        judge(present, code, known == null ? change.ofNew() : change.over(known), day);
    }

    Unit setUp(String code, UnitDetails details, LocalDate day, Act act) {
        Structure before = structures.presentForChange();
        if (before.units().containsKey(code)) throw new Problem.Conflict("unit-exists-already", Map.of("unit", code));
        judge(before, code, details, day);
        var unit = new Unit(code, details);
        units.add(unit, act, unit.registered(act));
        structures.settleHeads(day, act);
        return unit;
    }

    Unit change(String code, UnitChange change, LocalDate day, Act act) {
        Structure before = structures.presentForChange();
        var known = before.units().get(code);
        if (known == null) throw new Problem.NotFound("unit", code);
        var details = change.over(known);
        judge(before, code, details, day);
        var unit = units.byCode().get(code);
        if (!details.equals(known)) {
            become(unit, details, act);
            structures.settleHeads(day, act);
        }
        return unit;
    }

    /** Another profile of a unit is told with each of its people. */
    void become(Unit unit, UnitDetails details, Act act) {
        boolean otherProfile = !unit.profile().equals(details.profile());
        units.change(unit.id(), act, u -> u.become(details, act));
        if (!otherProfile) return;
        for (var member : register.list("unit", unit.code()))
            register.change(member.id(), act, m -> m.registered(details.profile(), act));
    }

    private void store(StaffMember member, PersonDetails details, Structure before, Act act) {
        String profile = before.units().get(details.unit()).profile();
        register.add(member, act, member.registered(profile, act));
    }

    void keepVersion(String username, PersonDetails details, LocalDate from, String reason, Act act) {
        entities.persist(new StaffVersion(username, details, from, reason, act));
    }

    private static RuleVersion<ExclusiveRoles> exclusive(Act act) {
        return act.rule(PeopleRules.EXCLUSIVE_ROLES, Scope.COMPANY);
    }

    private static void judge(Structure before, String username, PersonDetails details, LocalDate day) {
        refuse(details.faults(before.units().keySet()));
        Structures.require(before, before.withPeople(Map.of(username, details)), day);
    }

    private static void judge(Structure before, String code, UnitDetails details, LocalDate day) {
        refuse(details.faults());
        Structures.require(before, before.withUnits(Map.of(code, details)), day);
    }

    private static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) throw new Problem.Invalid(faults);
    }
}
