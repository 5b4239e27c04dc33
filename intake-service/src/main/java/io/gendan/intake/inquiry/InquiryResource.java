package io.gendan.intake.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.gendan.core.deadline.Deadlines;
import io.gendan.core.http.Idempotent;
import io.gendan.core.reassignment.Reassign;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.staff.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/inquiries")
@RolesAllowed({
    Roles.SALES,
    Roles.LIAISON,
    Roles.CS,
    Roles.GUIDE,
    Roles.MERCH,
    Roles.SUPV,
    Roles.HEAD,
    Roles.LEAD,
    Roles.BIZ,
    Roles.AUDIT,
    Roles.CUST
})
@Idempotent
@Tag(name = "inquiries", description = "What customers ask for, until it is quoted, answered or lost (INT-01..INT-05)")
class InquiryResource {
    /**
     * @param channel one of rule {@code intake.channels}
     * @param profile business profile; that of the receiver's unit where it is left out
     */
    record RegisterInquiry(
            @NotBlank @Size(max = 40) String channel,
            @Pattern(regexp = "[a-z-]{3,40}") String profile,
            UUID customerId,
            @Valid @NotNull InquiryDetails details) {}

    record Ask(
            @NotBlank @Size(max = 40) String field,
            @NotBlank @Size(max = 1000) String question) {}

    /** @param details fields that the answer settles; others stay as they are */
    record Clarify(
            @NotBlank @Size(max = 4000) String answer,
            @Valid InquiryDetails details) {
        InquiryDetails detailsOrNone() {
            return details == null ? new InquiryDetails(null, null, null, null, null, null, null, null, null) : details;
        }
    }

    record Answer(@NotBlank @Size(max = 4000) String text) {}

    record NameCustomer(@NotNull UUID customerId) {}

    /** @param to user name of the one of the business department who takes it on */
    record HandOver(@NotBlank @Size(max = 64) String to) {}

    /**
     * An inquiry as those see it who may see it.
     *
     * @param inCharge who answers the customer: who received it, or took it over from him (ORG-10)
     * @param firstResponseMissedAt when it was found that the customer had not been answered in time (INT-05)
     * @param handOverDue by when it is to be with the business department, null before it is complete (QUO-02)
     * @param handOverMissedAt when it was found that it was not
     */
    record InquiryView(
            UUID id,
            int version,
            String number,
            String channel,
            String profile,
            String unit,
            Instant receivedAt,
            String receivedBy,
            String inCharge,
            String status,
            UUID customerId,
            InquiryDetails details,
            List<Clarification> clarifications,
            Instant firstResponseDue,
            Instant firstResponseAt,
            Instant firstResponseMissedAt,
            String answer,
            String lostReason,
            Instant handOverDue,
            Instant handOverMissedAt,
            String handedOverTo,
            String handedOverBy,
            Instant handedOverAt) {}

    @Inject
    InquiryCommands commands;

    @Inject
    Inquiries inquiries;

    @Inject
    Deadlines deadlines;

    @Inject
    Viewer viewer;

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.CS, Roles.GUIDE, Roles.MERCH})
    @Operation(summary = "Register an inquiry (INT-01); what is missing opens clarification items (INT-04)")
    public InquiryView register(@Valid @NotNull RegisterInquiry request) {
        return view(commands.register(request));
    }

    @POST
    @Path("{id}/clarifications")
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.CS})
    @Operation(summary = "Ask the customer about a doubtful field (INT-04)")
    public InquiryView ask(UUID id, @Valid @NotNull Ask request) {
        return view(commands.ask(id, request));
    }

    @POST
    @Path("{id}/clarifications/{clarification}/answer")
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.CS})
    @Operation(summary = "Record the customer's answer; the last one lets the inquiry go on (INT-04)")
    public InquiryView clarify(UUID id, UUID clarification, @Valid @NotNull Clarify request) {
        return view(commands.clarify(id, clarification, request));
    }

    @POST
    @Path("{id}/answer")
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.CS})
    @Operation(summary = "Answer a plain question, which ends the inquiry and stops the first-response clock (INT-05)")
    public InquiryView answer(UUID id, @Valid @NotNull Answer request) {
        return view(commands.answer(id, request.text()));
    }

    @PUT
    @Path("{id}/customer")
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.CS})
    @Operation(summary = "Say which customer file the inquiry belongs to (INT-43)")
    public InquiryView nameCustomer(UUID id, @Valid @NotNull NameCustomer request) {
        return view(commands.belongsTo(id, request.customerId()));
    }

    @POST
    @Path("{id}/reassign")
    @RolesAllowed({
        Roles.SALES,
        Roles.LIAISON,
        Roles.CS,
        Roles.GUIDE,
        Roles.MERCH,
        Roles.BIZ,
        Roles.SUPV,
        Roles.HEAD,
        Roles.LEAD
    })
    @Operation(
            summary = "Have somebody else answer the customer; only superiors of who does, never himself (ORG-10)",
            description = "Open tasks, running deadlines and questions go along, and both are told.")
    public InquiryView reassign(UUID id, @Valid @NotNull Reassign request) {
        return view(commands.reassign(id, request));
    }

    @POST
    @Path("{id}/reassign-assessor")
    @RolesAllowed({
        Roles.SALES,
        Roles.LIAISON,
        Roles.CS,
        Roles.GUIDE,
        Roles.MERCH,
        Roles.BIZ,
        Roles.SUPV,
        Roles.HEAD,
        Roles.LEAD
    })
    @Operation(summary = "Have somebody else of the business department quote it; as above (ORG-10)")
    public InquiryView reassignAssessor(UUID id, @Valid @NotNull Reassign request) {
        return view(commands.reassignAssessor(id, request));
    }

    @POST
    @Path("{id}/hand-over")
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.CS, Roles.GUIDE, Roles.MERCH})
    @Operation(
            summary = "Hand what was collected to the business department (QUO-02)",
            description = "Only a complete inquiry is handed over; drafting its quotation takes it over as well.")
    public InquiryView handOver(UUID id, @Valid @NotNull HandOver request) {
        return view(commands.handOver(id, request.to()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One inquiry")
    public InquiryView read(UUID id) {
        return view(viewer.mayRead(inquiries.get(id)));
    }

    @GET
    @Operation(summary = "Inquiries the caller may see, newest first")
    public Page<InquiryView> list(@Valid @BeanParam Page.Request page, @QueryParam("status") InquiryStatus status) {
        var found = viewer.restrict(new Listing<>(inquiries.getEntityManager(), Inquiry.class))
                .with("status", status)
                .page(page, inquiry -> inquiry, Inquiry::id);
        var known = deadlines.of(found.items().stream().map(Inquiry::id).toList());
        return found.map(inquiry -> inquiry.view(known));
    }

    private InquiryView view(Inquiry inquiry) {
        return inquiry.view(deadlines.of(inquiry.id()));
    }
}
