package io.gendan.performance.rota;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.RecordRef;
import io.gendan.core.task.Assignee;
import io.gendan.core.task.Tasks;
import io.gendan.performance.staff.RegisterRights;
import io.gendan.performance.staff.StaffRegister;
import io.gendan.performance.staff.Units;
import io.gendan.rulebook.PeopleRules;
import io.gendan.rulebook.Scope;
import io.quarkus.runtime.StartupEvent;

@ApplicationScoped
@Transactional
class RotaCommands {
    private static final String CONSENT = "consent";

    @Inject
    Rotas rotas;

    @Inject
    RotaSwaps swaps;

    @Inject
    WhoIsOn whoIsOn;

    @Inject
    StaffRegister register;

    @Inject
    StaffDirectory people;

    @Inject
    Units units;

    @Inject
    RegisterRights rights;

    @Inject
    Tasks tasks;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    Rota setUp(RotaResource.SetUpRota request) {
        var act = acts.ofCaller();
        register.lock();
        String unit = request.unit();
        String profile = units.profileOf(unit).orElseThrow(() -> Problem.Invalid.field("unit", "does-not-exist"));
        rights.requireUnit(act, unit);
        requireNotPast("firstDay", request.firstDay());
        if (new HashSet<>(request.people()).size() < request.people().size())
            throw Problem.Invalid.field("people", "names-somebody-twice");
        for (String username : request.people()) requireFit(username, request);
        if (rotas.on(request.firstDay(), unit, request.duty())
                .filter(rota -> rota.firstDay().equals(request.firstDay()))
                .isPresent()) throw new Problem.Conflict("rota-begins-that-day", Map.of("unit", unit));
        var rota = new Rota(unit, request.duty(), request.people(), request.firstDay(), request.workingDays(), act);
        rota.requireMode(act.rule(PeopleRules.HAND_IN_MODE, Scope.of(profile, unit)), act);
        return rotas.add(rota, act, rota.tell(Collections.emptySortedMap(), act));
    }

    /** Rotas set up by an earlier release, which told nobody. */
    void tellThoseNotToldYet(@Observes StartupEvent start) {
        register.lock();
        var act = acts.ofSystem();
        rotas.list("revision", 0).forEach(rota -> tell(rota, act));
    }

    RotaSwap ask(UUID rotaId, RotaResource.AskSwap request) {
        var act = acts.ofCaller();
        var rota = rotas.get(rotaId);
        if (!rota.has(act.by())) throw new Problem.NotAllowed("not-on-the-rota", Map.of("by", act.by()));
        if (!rota.has(request.other()) || request.other().equals(act.by()))
            throw Problem.Invalid.field("other", "nobody-else-on-the-rota");
        var swap = new RotaSwap(rotaId, request.day(), request.other(), request.otherDay(), act);
        requireStands(rota, swap);
        swaps.add(swap, act);
        tasks.open(
                CONSENT,
                new RecordRef(swap.recordType(), swap.id(), rota.unit() + " " + swap.askedDay()),
                Assignee.person(swap.other()),
                calendars.startOf(swap.firstDay()),
                "rota-swap",
                Map.of(
                        "askedBy", swap.askedBy(),
                        "day", swap.askedDay().toString(),
                        "otherDay", swap.otherDay().toString()),
                PeopleRules.HAND_IN_MODE.key(),
                act);
        return swap;
    }

    /** In force from then on; what was asked is judged again, for days may have passed or been swapped otherwise. */
    RotaSwap consent(UUID id) {
        var act = acts.ofCaller();
        register.lock();
        register.onDuty(act.by());
        var inForce = swaps.adjust(id, act, "performance.rota-swap.in-force", swap -> {
            swap.requireAsked(act);
            requireStands(rotas.get(swap.rotaId()), swap);
            swap.consent(act);
        });
        tell(rotas.get(inForce.rotaId()), act);
        tasks.done(CONSENT, id, act);
        return inForce;
    }

    RotaSwap decline(UUID id) {
        var act = acts.ofCaller();
        var declined = swaps.adjust(id, act, "performance.rota-swap.declined", swap -> swap.decline(act));
        tasks.done(CONSENT, id, act);
        return declined;
    }

    RotaSwap withdraw(UUID id) {
        var act = acts.ofCaller();
        var withdrawn = swaps.adjust(id, act, "performance.rota-swap.withdrawn", swap -> swap.withdraw(act));
        tasks.withdraw(CONSENT, id, act);
        return withdrawn;
    }

    private void tell(Rota rota, Act act) {
        rotas.tell(rota, swaps.inForce(rota.id()).tailMap(calendars.today()), act);
    }

    private void requireFit(String username, RotaResource.SetUpRota request) {
        if (!register.isOnDuty(username, request.firstDay()))
            throw Problem.Invalid.field("people", "not-on-duty-then", username);
        if (!request.duty().isFor(rolesOf(username)))
            throw Problem.Invalid.field("people", "has-no-role-for-it", username);
    }

    private Set<String> rolesOf(String username) {
        return people.find(username).map(Person::roles).orElse(Set.of());
    }

    /** Each is on at his own day, and there on the day he takes over. */
    private void requireStands(Rota rota, RotaSwap swap) {
        requireNotPast("day", swap.askedDay());
        requireNotPast("otherDay", swap.otherDay());
        if (!register.isOnDuty(swap.other(), swap.askedDay()))
            throw Problem.Invalid.field("other", "not-on-duty-then", swap.other());
        if (!register.isOnDuty(swap.askedBy(), swap.otherDay()))
            throw Problem.Invalid.field("otherDay", "not-on-duty-then", swap.askedBy());
        requireOn(rota, swap.askedBy(), swap.askedDay(), "day");
        requireOn(rota, swap.other(), swap.otherDay(), "otherDay");
    }

    private void requireOn(Rota rota, String username, LocalDate day, String field) {
        boolean holds =
                rotas.on(day, rota.unit(), rota.duty()).filter(rota::equals).isPresent();
        if (!holds || whoIsOn.on(day, rota).filter(username::equals).isEmpty())
            throw Problem.Invalid.field(field, "is-not-on-then", username);
    }

    private void requireNotPast(String field, LocalDate day) {
        if (day.isBefore(calendars.today())) throw Problem.Invalid.field(field, "past");
    }
}
