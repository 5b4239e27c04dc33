package io.gendan.contract.archive;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.deadline.DeadlineTerms;
import io.gendan.core.deadline.DeadlineView;
import io.gendan.core.deadline.Deadlines;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Aggregates;
import io.gendan.core.store.RecordRef;
import io.gendan.events.contract.ContractEvent;
import io.gendan.rulebook.ContractRules;
import io.gendan.rulebook.Scope;

/** The copies of signed contracts, which the contract administrator files in time (CON-14). */
@ApplicationScoped
public class Archive extends Aggregates<ArchiveEntry, ContractEvent> {
    static final String DEADLINE = "archive";

    @Inject
    Deadlines deadlines;

    @Inject
    StaffDirectory people;

    @Inject
    Calendars calendars;

    @Inject
    Acts acts;

    Archive() {
        super("archive-entry");
    }

    /** A contract was signed by both sides: from now on its copy is waited for. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void expect(RecordRef contract, Scope scope, Act act) {
        String administrator = people.holders(Roles.CADM, scope.unit(), calendars.dayOf(act.at())).stream()
                .findFirst()
                .map(Person::username)
                .orElse(null);
        var terms = new DeadlineTerms(contract, DEADLINE, administrator, scope, false, null, true);
        deadlines.start(terms, act.rule(ContractRules.ARCHIVE, scope), act);
    }

    @Transactional
    ArchiveEntry file(UUID contractId, String place) {
        var act = acts.ofCaller();
        DeadlineView expected = deadlines
                .find(contractId, DEADLINE)
                .orElseThrow(() -> Problem.Invalid.field("contractId", "does-not-exist"));
        if (count("contractId", contractId) > 0)
            throw new Problem.Conflict("contract-archived-already", Map.of("number", expected.recordLabel()));
        ArchiveEntry filed = add(new ArchiveEntry(contractId, expected.recordLabel(), place, act), act);
        deadlines.meet(contractId, DEADLINE, act);
        return filed;
    }
}
