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

/** Who of the business department quotes an inquiry that was handed over to him. */
@ApplicationScoped
class InquiryAssessors extends Responsibility<Inquiry> {
    @Inject
    Inquiries inquiries;

    @Override
    protected String part() {
        return "inquiry-assessor";
    }

    @Override
    protected Inquiries records() {
        return inquiries;
    }

    @Override
    protected String holder(Inquiry inquiry) {
        return inquiry.handedOverTo();
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
        return Set.of(Roles.BIZ);
    }

    @Override
    protected String open() {
        return "handedOverTo = :person and status in (RECEIVED, INCOMPLETE, QUOTED)";
    }

    @Override
    protected void hand(Inquiry inquiry, Succession succession, Act act) {
        inquiries.adjust(
                inquiry.id(), act, "intake.inquiry.assessor-changed", open -> open.assessedBy(succession.successor()));
    }
}
