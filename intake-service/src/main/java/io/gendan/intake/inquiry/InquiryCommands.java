package io.gendan.intake.inquiry;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.deadline.DeadlineTerms;
import io.gendan.core.deadline.Deadlines;
import io.gendan.core.problem.Problem;
import io.gendan.core.reassignment.Reassign;
import io.gendan.core.security.Roles;
import io.gendan.intake.customer.Customers;
import io.gendan.rulebook.IntakeRules;
import io.gendan.rulebook.Limit;
import io.gendan.rulebook.QuoteRules;
import io.gendan.rulebook.Rule;
import io.gendan.staff.Staff;
import io.gendan.staff.Viewer;

@ApplicationScoped
@Transactional
class InquiryCommands {
    @Inject
    Inquiries inquiries;

    @Inject
    Customers customers;

    @Inject
    Staff staff;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    @Inject
    Deadlines deadlines;

    @Inject
    Viewer viewer;

    @Inject
    InquiryReceivers receivers;

    @Inject
    InquiryAssessors assessors;

    Inquiry register(InquiryResource.RegisterInquiry request) {
        var act = acts.ofCaller();
        var receiver = staff.onDuty(act.by());
        var details = request.details();
        if (request.customerId() != null)
            details = details.completedBy(new InquiryDetails(
                    customers.nameOf(request.customerId(), "customerId"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
        if (details.wantedDate() != null && details.wantedDate().isBefore(calendars.today()))
            throw Problem.Invalid.field("details.wantedDate", "past");
        String profile = request.profile() == null ? receiver.profile() : request.profile();
        var inquiry = new Inquiry(
                "INQ-%d-%06d".formatted(calendars.today().getYear(), inquiries.nextNumber()),
                request.channel(),
                profile,
                receiver.unit(),
                request.customerId(),
                details);
        var due = start(inquiry, Inquiry.FIRST_RESPONSE, IntakeRules.FIRST_RESPONSE, act.by(), act);
        inquiries.add(inquiry, act, inquiry.receive(act, due));
        return expectHandOver(inquiry, act);
    }

    Inquiry ask(UUID id, InquiryResource.Ask request) {
        var act = acts.ofCaller();
        Inquiry asked = inquiries.adjust(
                id,
                act,
                "intake.inquiry.clarification-asked",
                inquiry -> inquiry.ask(request.field(), request.question(), act));
        deadlines.meet(id, Inquiry.FIRST_RESPONSE, act);
        deadlines.cancel(id, Inquiry.HAND_OVER, act); // begins again when it is complete
        return asked;
    }

    Inquiry clarify(UUID id, UUID clarification, InquiryResource.Clarify request) {
        var act = acts.ofCaller();
        Inquiry clarified = inquiries.adjust(
                id,
                act,
                "intake.inquiry.clarified",
                inquiry -> inquiry.clarify(clarification, request.answer(), request.detailsOrNone(), act));
        return expectHandOver(clarified, act);
    }

    Inquiry answer(UUID id, String text) {
        var act = acts.ofCaller();
        var due = deadlines.of(id).due(id, Inquiry.FIRST_RESPONSE);
        Inquiry answered = inquiries.change(id, act, inquiry -> inquiry.answer(text, due, act));
        deadlines.meet(id, Inquiry.FIRST_RESPONSE, act);
        deadlines.cancel(id, Inquiry.HAND_OVER, act);
        return answered;
    }

    Inquiry handOver(UUID id, String to) {
        var act = acts.ofCaller();
        staff.requireRole(to, Roles.BIZ, "to");
        Inquiry handedOver =
                inquiries.adjust(id, act, "intake.inquiry.handed-over", inquiry -> inquiry.handOver(to, act));
        deadlines.meet(id, Inquiry.HAND_OVER, act);
        return handedOver;
    }

    Inquiry reassign(UUID id, Reassign request) {
        viewer.mayRead(inquiries.get(id));
        return receivers.reassign(id, request, acts.ofCaller());
    }

    Inquiry reassignAssessor(UUID id, Reassign request) {
        viewer.mayRead(inquiries.get(id));
        return assessors.reassign(id, request, acts.ofCaller());
    }

    Inquiry belongsTo(UUID id, UUID customerId) {
        var act = acts.ofCaller();
        customers.nameOf(customerId, "customerId");
        return inquiries.adjust(id, act, "intake.inquiry.customer-named", inquiry -> inquiry.belongsTo(customerId));
    }

    /** From the moment at which it is complete (QUO-02). */
    private Inquiry expectHandOver(Inquiry inquiry, Act act) {
        if (inquiry.awaitsHandOver()) start(inquiry, Inquiry.HAND_OVER, QuoteRules.HANDOVER, inquiry.inCharge(), act);
        return inquiry;
    }

    private Instant start(Inquiry inquiry, String code, Rule<Limit> rule, String owner, Act act) {
        var terms = new DeadlineTerms(inquiry.ref(), code, owner, inquiry.scope(), false, null, true);
        return deadlines.start(terms, act.rule(rule, inquiry.scope()), act);
    }
}
