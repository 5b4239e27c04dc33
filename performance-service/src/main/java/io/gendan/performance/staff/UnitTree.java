package io.gendan.performance.staff;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.performance.staff.UnitResource.Colleague;
import io.gendan.performance.staff.UnitResource.UnitNode;

/** The tree of units as people look at it (ORG-02). */
@ApplicationScoped
@Transactional
class UnitTree {
    @Inject
    Units units;

    @Inject
    StaffRegister register;

    @Inject
    Structures structures;

    @Inject
    Calendars calendars;

    UnitNode node(String code) {
        var unit =
                units.find("code", code).singleResultOptional().orElseThrow(() -> new Problem.NotFound("unit", code));
        var today = calendars.today();
        List<Colleague> people = register.list("unit = ?1 order by username", code).stream()
                .filter(member -> member.details().isOnDuty(today))
                .map(UnitTree::colleague)
                .toList();
        var head = unit.head() == null
                ? null
                : register.member(unit.head()).map(UnitTree::colleague).orElse(null);
        List<String> below = units.list("parent = ?1 order by code", code).stream()
                .map(Unit::code)
                .toList();
        return new UnitNode(unit.view(), head, people, below);
    }

    Set<StructureFault> faults() {
        return structures.present().faults(calendars.today());
    }

    private static Colleague colleague(StaffMember member) {
        var details = member.details();
        return new Colleague(member.username(), details.name(), details.post(), details.level());
    }
}
