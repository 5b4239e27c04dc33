package io.gendan.performance.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.CalendarEntries;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Sql;
import io.gendan.events.performance.CalendarEvent;
import io.gendan.performance.staff.StaffRegister;
import io.gendan.performance.staff.Units;
import io.gendan.rulebook.TimeWindow;

/** What is set here holds in this service at once, and in the others with the event. */
@ApplicationScoped
@Transactional
class CalendarCommands {
    @Inject
    HolidayYears years;

    @Inject
    UnitDays unitDays;

    @Inject
    CalendarEntries entries;

    @Inject
    Calendars calendars;

    @Inject
    StaffRegister staff;

    @Inject
    Units units;

    @Inject
    Acts acts;

    @Inject
    Sql sql;

    /** @param reason why it replaces a year that is announced already */
    ImportedYear importYear(HolidayNotice notice, String reason, boolean dryRun) {
        var act = begin();
        var known = calendars.notices();
        notice.requireSense(known.firstYear(), known.lastYear());
        Map<LocalDate, Boolean> before = known.ofYear(notice.year());
        var imported = ImportedYear.of(notice, before, dryRun);
        if (dryRun) return imported;
        boolean explained = reason != null && !reason.isBlank();
        if (imported.replaces() && !explained) throw Problem.Invalid.field("reason", "required");
        announce(notice, explained ? reason : null, act);
        return imported;
    }

    UnitDay setUnitDay(UnitDayResource.SetUnitDay request) {
        var act = begin();
        if (units.profileOf(request.unit()).isEmpty()) throw Problem.Invalid.field("unit", "does-not-exist");
        requireOwnUnit(request.unit(), act);
        if (request.day().isBefore(calendars.today())) throw Problem.Invalid.field("day", "past");
        requireOrder(request.kind(), request.spansOrNone());
        oneAtATime();
        var known = unitDays.of(request.unit(), request.day());
        if (known.isPresent())
            return unitDays.change(
                    known.get().id(),
                    act,
                    day -> kept(day.set(request.kind(), request.spansOrNone(), request.reason(), act)));
        var day = new UnitDay(request.unit(), request.day());
        return unitDays.add(day, act, kept(day.set(request.kind(), request.spansOrNone(), request.reason(), act)));
    }

    private void announce(HolidayNotice notice, String reason, Act act) {
        oneAtATime();
        var known = years.of(notice.year());
        if (known.isPresent()) {
            years.change(known.get().id(), act, year -> kept(year.announce(notice, reason, act)));
            return;
        }
        var year = new HolidayYear(notice.year());
        years.add(year, act, kept(year.announce(notice, reason, act)));
    }

    /** Two who set the same day or year for the first time: the second replaces what the first has set. */
    private void oneAtATime() {
        sql.column(Integer.class, "select 1 from (select pg_advisory_xact_lock(20261125)) held");
    }

    private <E extends CalendarEvent> E kept(E event) {
        entries.keep(event);
        return event;
    }

    private void requireOwnUnit(String unit, Act act) {
        if (act.is(Roles.HR) || act.is(Roles.LEAD)) return;
        if (!staff.onDuty(act.by()).unit().equals(unit))
            throw new Problem.NotAllowed("unit-day-of-another-unit", Map.of("unit", unit, "by", act.by()));
    }

    private static void requireOrder(UnitDay.Kind kind, List<TimeWindow> spans) {
        if (kind != UnitDay.Kind.WORKED && !spans.isEmpty()) throw Problem.Invalid.field("spans", "only-when-worked");
        if (kind == UnitDay.Kind.WORKED && spans.isEmpty()) throw Problem.Invalid.field("spans", "required");
        for (int i = 1; i < spans.size(); i++)
            if (spans.get(i).from().isBefore(spans.get(i - 1).to()))
                throw Problem.Invalid.field(
                        "spans[%d]".formatted(i),
                        "span-overlaps",
                        spans.get(i - 1).toString());
    }

    private Act begin() {
        var act = acts.ofCaller();
        staff.refuseOffDuty(act.by());
        return act;
    }
}
