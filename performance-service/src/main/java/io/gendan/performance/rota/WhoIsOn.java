package io.gendan.performance.rota;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.time.Deadlines;
import io.gendan.performance.staff.StaffRegister;
import io.gendan.rulebook.WorkingTime;

/** Who is on for a duty on a day, on the working calendar where the rota says so (ORG-08). */
@ApplicationScoped
class WhoIsOn {
    private static final WorkingTime THE_SAME_DAY = WorkingTime.parse("0 wd");

    @Inject
    Rotas rotas;

    @Inject
    RotaSwaps swaps;

    @Inject
    StaffRegister register;

    @Inject
    Deadlines deadlines;

    Optional<String> on(LocalDate day, String unit, Duty duty) {
        return rotas.on(day, unit, duty).flatMap(rota -> on(day, rota));
    }

    Optional<String> on(LocalDate day, Rota rota) {
        if (day.isBefore(rota.firstDay()) || rota.onWorkingDaysOnly() && !isWorkingDay(day)) return Optional.empty();
        Optional<String> swapped =
                swaps.on(day, rota.id()).filter(username -> register.isOnDuty(username, day));
        return swapped.or(() -> rota.turn(() -> turn(rota, day), username -> register.isOnDuty(username, day)));
    }

    private int turn(Rota rota, LocalDate day) {
        return rota.onWorkingDaysOnly()
                ? (int) rota.firstDay()
                        .datesUntil(day)
                        .filter(this::isWorkingDay)
                        .count()
                : (int) ChronoUnit.DAYS.between(rota.firstDay(), day);
    }

    private boolean isWorkingDay(LocalDate day) {
        return deadlines.dayOf(deadlines.after(deadlines.startOf(day), THE_SAME_DAY)).equals(day);
    }
}
