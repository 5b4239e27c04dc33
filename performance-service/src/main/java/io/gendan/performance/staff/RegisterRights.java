package io.gendan.performance.staff;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;

/**
 * Who edits what of the register: HR and the leader in charge everything, a head his department, a supervisor his own
 * people; nobody what concerns himself, and what a person may do at all only HR and the leader in charge (ORG-10).
 */
@ApplicationScoped
public class RegisterRights {
    @Inject
    StaffRegister register;

    @Inject
    Units units;

    void requirePerson(Act act, String username, PersonDetails known, PersonChange change, boolean later) {
        requireNotOneself(act, username);
        if (decidesAll(act)) return;
        if (later ? change.namesRights() : change.changesRights(known))
            throw new Problem.NotAllowed("rights-not-yours-to-change", Map.of("username", username));
        Set<String> own = ownUnits(act);
        boolean his = own.contains(known.unit())
                && own.contains(change.over(known).unit())
                && (headed(act).contains(known.unit())
                        || register.below(act.by()).contains(username));
        if (!his) throw notYours(act, username);
    }

    public void requireUnit(Act act, String unit) {
        if (decidesAll(act)) return;
        if (!ownUnits(act).contains(unit)) throw notYours(act, unit);
    }

    /** Of a unit itself its head decides, and whoever heads one above it; not everybody in it who has the role. */
    void requireHeaded(Act act, String unit) {
        if (decidesAll(act)) return;
        if (!headed(act).contains(unit)) throw notYours(act, unit);
    }

    void requireAll(Act act, String what) {
        if (!decidesAll(act)) throw notYours(act, what);
    }

    /** The first people of all may be taken over by the administrator: there is nobody else yet. */
    void requireImport(Act act, String what, Structure before) {
        boolean first = before.people().isEmpty() && act.is(Roles.ADMIN);
        if (!first) requireAll(act, what);
    }

    /** The person himself, those above him, HR and the leader in charge. */
    void requireForPerson(Act act, String username) {
        if (act.by().equals(username) || decidesAll(act)) return;
        if (!register.below(act.by()).contains(username)) throw notYours(act, username);
    }

    static void requireNotOneself(Act act, String username) {
        if (act.by().equals(username)) throw new Problem.NotAllowed("not-about-oneself", Map.of("username", username));
    }

    private Set<String> ownUnits(Act act) {
        var own = headed(act);
        own.add(register.onDuty(act.by()).unit());
        return own;
    }

    private Set<String> headed(Act act) {
        var headed = new HashSet<String>();
        if (act.is(Roles.HEAD)) units.headedBy(act.by()).forEach(unit -> headed.addAll(units.within(unit)));
        return headed;
    }

    private static boolean decidesAll(Act act) {
        return act.is(Roles.HR) || act.is(Roles.LEAD);
    }

    private static Problem notYours(Act act, String what) {
        return new Problem.NotAllowed("not-yours-to-change", Map.of("by", act.by(), "what", what));
    }
}
