package io.gendan.intake.inquiry;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.intake.customer.Customers;
import io.gendan.rulebook.IntakeRules;
import io.gendan.rulebook.Scope;
import io.gendan.staff.Staff;

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
        var scope = Scope.of(profile, receiver.unit());
        var limit = act.rule(IntakeRules.FIRST_RESPONSE, scope).parameters().limit();
        return inquiries.add(inquiry, act, inquiry.receive(act, calendars.after(act.at(), limit, scope)));
    }

    Inquiry ask(UUID id, InquiryResource.Ask request) {
        var act = acts.ofCaller();
        return inquiries.adjust(
                id,
                act,
                "intake.inquiry.clarification-asked",
                inquiry -> inquiry.ask(request.field(), request.question(), act));
    }

    Inquiry clarify(UUID id, UUID clarification, InquiryResource.Clarify request) {
        var act = acts.ofCaller();
        return inquiries.adjust(
                id,
                act,
                "intake.inquiry.clarified",
                inquiry -> inquiry.clarify(clarification, request.answer(), request.detailsOrNone(), act));
    }

    Inquiry answer(UUID id, String text) {
        var act = acts.ofCaller();
        return inquiries.change(id, act, inquiry -> inquiry.answer(text, act));
    }

    Inquiry belongsTo(UUID id, UUID customerId) {
        var act = acts.ofCaller();
        customers.nameOf(customerId, "customerId");
        return inquiries.adjust(id, act, "intake.inquiry.customer-named", inquiry -> inquiry.belongsTo(customerId));
    }
}
