package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.problem.Problem.FieldError;
import org.hibernate.StatelessSession;

/** The structure of the company as the register has it, and the gate that every change of it passes. */
@ApplicationScoped
class Structures {
    @Inject
    Units units;

    @Inject
    StaffRegister register;

    /** Reads what is committed and flushed, and keeps none of so many entities to be looked through at each flush. */
    @Inject
    StatelessSession reader;

    Structure present() {
        return new Structure(
                all(Unit.class).collect(Collectors.toMap(Unit::code, Unit::details)),
                all(StaffMember.class).collect(Collectors.toMap(StaffMember::username, StaffMember::details)));
    }

    /** The same after taking the lock: judged by what the act before this one has left. */
    Structure presentForChange() {
        register.lock();
        return present();
    }

    /** Refuses what would leave a loop, a gap, or a unit with people and without its head. */
    static void require(Structure before, Structure after, LocalDate day) {
        var broken = after.brokenSince(before, days(before, after, day));
        if (broken.isEmpty()) return;
        throw new Problem.Invalid(broken.stream()
                .map(fault -> new FieldError(fault.kind().field, fault.kind().code, fault.arguments()))
                .distinct()
                .toList());
    }

    /** The day itself, and the day after each last day of duty still to come of those whom the change concerns. */
    static Set<LocalDate> days(Structure before, Structure after, LocalDate day) {
        var days = new TreeSet<>(Set.of(day));
        for (String username : after.concernedSince(before)) {
            LocalDate last = after.people().get(username).activeUntil();
            if (last != null && !last.isBefore(day)) days.add(last.plusDays(1));
        }
        return days;
    }

    /** Tells of each unit that has another head since: people head units by their roles. */
    void settleHeads(LocalDate day, Act act) {
        Structure structure = present();
        Map<String, Unit> byCode = units.byCode();
        List.copyOf(byCode.values()).forEach(unit -> {
            String head = structure.headOf(unit.code(), day).orElse(null);
            if (!Objects.equals(head, unit.head())) units.change(unit.id(), act, u -> u.headedBy(head, act));
        });
    }

    private <E> Stream<E> all(Class<E> kind) {
        return reader.createSelectionQuery("from " + kind.getSimpleName(), kind).getResultList().stream();
    }
}
