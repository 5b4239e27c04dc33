package io.gendan.aftersales.visit;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.reassignment.Responsibility;
import io.gendan.core.reassignment.Succession;
import io.gendan.core.security.Roles;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Scope;

/** Who makes a visit that is planned (AFT-42). */
@ApplicationScoped
class Visitors extends Responsibility<Visit> {
    @Inject
    Visits visits;

    @Override
    protected String part() {
        return "visitor";
    }

    @Override
    protected Visits records() {
        return visits;
    }

    @Override
    protected String holder(Visit visit) {
        return visit.visitor();
    }

    @Override
    protected Scope scope(Visit visit) {
        return visit.scope();
    }

    @Override
    protected RecordRef ref(Visit visit) {
        return visit.ref();
    }

    @Override
    protected Set<String> roles(Visit visit) {
        return Set.of(Roles.ASREP, Roles.SALES, Roles.CS, Roles.MERCH);
    }

    /** Who makes it stands in its plan. */
    @Override
    protected String open() {
        return "status = PLANNED and jsonb_extract_path_text(plan, 'by') = :person";
    }

    @Override
    protected void hand(Visit visit, Succession succession, Act act) {
        visits.adjust(visit.id(), act, "aftersales.visit.reassigned", open -> open.takenOverBy(succession.successor()));
    }
}
