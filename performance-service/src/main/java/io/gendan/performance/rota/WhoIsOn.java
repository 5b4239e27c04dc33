package io.gendan.performance.rota;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.calendar.Calendars;
import io.gendan.performance.staff.StaffRegister;
import io.gendan.performance.staff.Units;
import io.gendan.rulebook.Scope;

/** Who is on for a duty on a day, on the working calendar where the rota says so (ORG-08). */
@ApplicationScoped
class WhoIsOn {
    @Inject
    Rotas rotas;

    @Inject
    RotaSwaps swaps;

    @Inject
    StaffRegister register;

    @Inject
    Units units;

    @Inject
    Calendars calendars;

    Optional<String> on(LocalDate day, String unit, Duty duty) {
        return rotas.on(day, unit, duty).flatMap(rota -> on(day, rota));
    }

    Optional<String> on(LocalDate day, Rota rota) {
        return rota.turns(swaps.inForce(rota.id()))
                .on(day, workingDaysOf(rota.unit()), username -> register.isOnDuty(username, day));
    }

    private Predicate<LocalDate> workingDaysOf(String unit) {
        var scope = Scope.of(units.profileOf(unit).orElseThrow(), unit);
        return day -> calendars.isWorkingDay(day, scope);
    }
}
