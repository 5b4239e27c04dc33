package io.gendan.intake.quotation;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.approval.Approvals;
import io.gendan.core.reassignment.Responsibility;
import io.gendan.core.reassignment.Succession;
import io.gendan.core.security.Roles;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Scope;

/**
 * Who has a quotation in hand: its author, until it goes to somebody else. An approval that is under way asks the successor's
 * superiors anew.
 */
@ApplicationScoped
class QuotationKeepers extends Responsibility<Quotation> {
    @Inject
    Quotations quotations;

    @Inject
    Approvals approvals;

    @Override
    protected String part() {
        return "quotation-keeper";
    }

    @Override
    protected Quotations records() {
        return quotations;
    }

    @Override
    protected String holder(Quotation quotation) {
        return quotation.inCharge();
    }

    @Override
    protected Scope scope(Quotation quotation) {
        return quotation.scope();
    }

    @Override
    protected RecordRef ref(Quotation quotation) {
        return quotation.ref();
    }

    @Override
    protected Set<String> roles(Quotation quotation) {
        return Set.of(Roles.BIZ);
    }

    @Override
    protected String open() {
        return "coalesce(inCharge, author) = :person"
                + " and status in (DRAFT, SUBMITTED, RETURNED, APPROVED, SENT, REVISION)";
    }

    @Override
    protected void hand(Quotation quotation, Succession succession, Act act) {
        quotations.adjust(
                quotation.id(),
                act,
                "intake.quotation.reassigned",
                open -> open.takenOverBy(succession.successor(), act));
        if (quotation.status() == QuotationStatus.SUBMITTED) approvals.askAnew(quotation.submission(act), act);
    }
}
