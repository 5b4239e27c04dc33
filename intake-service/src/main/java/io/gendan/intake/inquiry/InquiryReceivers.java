package io.gendan.intake.inquiry;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.reassignment.Responsibility;
import io.gendan.core.reassignment.Succession;
import io.gendan.core.security.Roles;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Scope;
import io.gendan.staff.Staff;

/** Who answers the customer's inquiry: whoever received it, until it goes to somebody else. */
@ApplicationScoped
class InquiryReceivers extends Responsibility<Inquiry> {
    @Inject
    Inquiries inquiries;

    @Inject
    Staff staff;

    @Override
    protected String part() {
        return "inquiry-receiver";
    }

    @Override
    protected Inquiries records() {
        return inquiries;
    }

    @Override
    protected String holder(Inquiry inquiry) {
        return inquiry.inCharge();
    }

    @Override
    protected Scope scope(Inquiry inquiry) {
        return inquiry.scope();
    }

    @Override
    protected RecordRef ref(Inquiry inquiry) {
        return inquiry.ref();
    }

    @Override
    protected Set<String> roles(Inquiry inquiry) {
        return Set.of(Roles.SALES, Roles.LIAISON, Roles.CS, Roles.GUIDE, Roles.MERCH);
    }

    @Override
    protected String open() {
        return "coalesce(inCharge, receivedBy) = :person and status in (RECEIVED, INCOMPLETE, QUOTED)";
    }

    @Override
    protected void hand(Inquiry inquiry, Succession succession, Act act) {
        var successor = staff.onDuty(succession.successor());
        inquiries.adjust(inquiry.id(), act, "intake.inquiry.reassigned", open -> open.takenOverBy(successor));
    }
}
