package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.events.performance.StaffEvent;

/** Who stands in for whom (ORG-12). */
@ApplicationScoped
@Transactional
class SubstituteCommands {
    @Inject
    StaffRegister register;

    @Inject
    Units units;

    @Inject
    RegisterRights rights;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    StaffMember name(String username, SubstituteResource.NameSubstitute request) {
        var act = acts.ofCaller();
        register.lock();
        rights.requireForPerson(act, username);
        var member = member(username);
        requireDays(request);
        requireFit(member, request);
        var named =
                new Substitution(request.substitute(), request.firstDay(), request.lastDay(), request.reason(), act);
        return register.change(member.id(), act, m -> m.nameSubstitute(named, profileOf(m), act));
    }

    /** @param lastDay null for yesterday: from now on he decides himself again */
    StaffMember end(String username, UUID id, LocalDate lastDay) {
        var act = acts.ofCaller();
        register.lock();
        rights.requireForPerson(act, username);
        LocalDate yesterday = calendars.today().minusDays(1);
        LocalDate last = lastDay == null ? yesterday : lastDay;
        if (last.isBefore(yesterday)) throw Problem.Invalid.field("lastDay", "past");
        return register.change(member(username).id(), act, m -> end(m, id, last, act));
    }

    private StaffEvent end(StaffMember member, UUID id, LocalDate last, Act act) {
        return member.endSubstitution(id, last, profileOf(member), act);
    }

    private void requireDays(SubstituteResource.NameSubstitute request) {
        if (request.firstDay().isBefore(calendars.today())) throw Problem.Invalid.field("firstDay", "past");
        if (request.lastDay().isBefore(request.firstDay()))
            throw Problem.Invalid.field("lastDay", "before-the-first-day");
    }

    private void requireFit(StaffMember member, SubstituteResource.NameSubstitute request) {
        var substitute = register.member(request.substitute())
                .orElseThrow(() -> Problem.Invalid.field("substitute", "does-not-exist"));
        member.requireFits(substitute, request.firstDay(), request.lastDay(), "substitute");
    }

    private StaffMember member(String username) {
        return register.member(username).orElseThrow(() -> new Problem.NotFound("staff-member", username));
    }

    private String profileOf(StaffMember member) {
        return units.profileOf(member.unit()).orElseThrow();
    }
}
