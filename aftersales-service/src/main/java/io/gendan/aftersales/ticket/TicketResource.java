package io.gendan.aftersales.ticket;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.gendan.aftersales.Viewer;
import io.gendan.core.deadline.Deadlines;
import io.gendan.core.deadline.RecordDeadlines;
import io.gendan.core.http.Idempotent;
import io.gendan.core.reassignment.Reassign;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.rulebook.AftersalesRules.Urgency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/tickets")
@RolesAllowed({
    Roles.ASREP,
    Roles.CS,
    Roles.MERCH,
    Roles.SALES,
    Roles.SUPV,
    Roles.HEAD,
    Roles.LEAD,
    Roles.BIZ,
    Roles.AUDIT,
    Roles.CUST
})
@Idempotent
@Tag(name = "tickets", description = "Questions and complaints, from the first word to the result (AFT-01..AFT-33)")
class TicketResource {
    private static final String USERNAME = "[a-z0-9._-]{2,64}";

    /** @param about user name of the person complained about (AFT-30); may be left out */
    record OpenTicket(
            @NotNull UUID orderId,
            @NotNull TicketKind kind,
            @NotBlank @Size(max = 40) String channel,
            @NotBlank @Size(max = 4000) String text,
            @NotNull Urgency urgency,
            @Pattern(regexp = USERNAME) String about) {
        Opening opening() {
            return new Opening(kind, channel, text, urgency, about);
        }
    }

    /** @param procedure how it will be dealt with, as the customer is told */
    record Classify(
            @NotBlank @Size(max = 200) String nature,
            @NotNull Urgency urgency,
            @NotBlank @Size(max = 2000) String procedure) {}

    /**
     * @param department code of its unit, whose head answers for a complaint that nobody handles; or its name
     * @param handler user name; may be left out
     */
    record Assign(
            @NotBlank @Size(max = 100) String department,
            @Pattern(regexp = USERNAME) String handler) {}

    record Answer(@NotBlank @Size(max = 4000) String text) {}

    /** @param causedBy user name of the person who caused it; required if, and only if, the complaint is well-founded */
    record Investigate(
            @NotNull Boolean wellFounded,
            @Pattern(regexp = USERNAME) String causedBy,
            @NotBlank @Size(max = 4000) String cause,
            @NotBlank @Size(max = 4000) String remedy) {}

    record Propose(@NotBlank @Size(max = 4000) String solution) {}

    /** @param how for example by phone, to whom */
    record Tell(@NotBlank @Size(max = 2000) String how) {}

    /** @param customerAnswer what the customer said to the result; required for a complaint */
    record Close(
            @Size(max = 4000) String result,
            @Size(max = 4000) String customerAnswer) {}

    record Reopen(@NotBlank @Size(max = 2000) String reason) {}

    /** @param internal not shown to the customer */
    record Message(@NotBlank @Size(max = 4000) String text, boolean internal) {}

    @Inject
    TicketOffice office;

    @Inject
    TicketCommands commands;

    @Inject
    Tickets tickets;

    @Inject
    Deadlines deadlines;

    @Inject
    Viewer viewer;

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.ASREP, Roles.CS, Roles.MERCH, Roles.SALES, Roles.CUST})
    @Operation(summary = "Open a ticket; its response clock begins (AFT-01, AFT-04, AFT-27)")
    public TicketView open(@Valid @NotNull OpenTicket request) {
        return view(office.open(request.orderId(), request.opening()));
    }

    @POST
    @Path("{id}/acknowledge")
    @RolesAllowed({Roles.ASREP, Roles.CS, Roles.MERCH})
    @Operation(summary = "Tell the customer that it has arrived; stops the response clock (AFT-04, AFT-27)")
    public TicketView acknowledge(UUID id) {
        return view(commands.acknowledge(id));
    }

    @POST
    @Path("{id}/classify")
    @RolesAllowed({Roles.ASREP, Roles.CS, Roles.MERCH})
    @Operation(summary = "Class it by nature and urgency, and tell the customer how it is dealt with (AFT-05)")
    public TicketView classify(UUID id, @Valid @NotNull Classify request) {
        return view(commands.classify(id, request.nature(), request.procedure(), request.urgency()));
    }

    @POST
    @Path("{id}/assign")
    @RolesAllowed({Roles.ASREP, Roles.CS, Roles.MERCH})
    @Operation(summary = "Send it to the responsible department (AFT-27, AFT-28)")
    public TicketView assign(UUID id, @Valid @NotNull Assign request) {
        return view(commands.assign(id, request.department(), request.handler()));
    }

    @POST
    @Path("{id}/reassign")
    @RolesAllowed({Roles.ASREP, Roles.CS, Roles.MERCH, Roles.BIZ, Roles.SALES, Roles.SUPV, Roles.HEAD, Roles.LEAD})
    @Operation(
            summary = "Have somebody else answer the customer; only superiors of who does, never himself (ORG-10)",
            description = "Open tasks, running deadlines and questions go along, and both are told. Nobody takes over a"
                    + " complaint that is about him (AFT-30).")
    public TicketView reassign(UUID id, @Valid @NotNull Reassign request) {
        return view(commands.reassign(id, request));
    }

    @POST
    @Path("{id}/reassign-investigator")
    @RolesAllowed({Roles.ASREP, Roles.CS, Roles.MERCH, Roles.BIZ, Roles.SALES, Roles.SUPV, Roles.HEAD, Roles.LEAD})
    @Operation(summary = "Have somebody else of the department look into a complaint; as above (ORG-10, AFT-28)")
    public TicketView reassignInvestigator(UUID id, @Valid @NotNull Reassign request) {
        return view(commands.reassignInvestigator(id, request));
    }

    @POST
    @Path("{id}/answer")
    @RolesAllowed({Roles.ASREP, Roles.CS, Roles.MERCH, Roles.BIZ})
    @Operation(summary = "Answer the customer; not for complaints (AFT-06)")
    public TicketView answer(UUID id, @Valid @NotNull Answer request) {
        return view(commands.answer(id, request.text()));
    }

    @POST
    @Path("{id}/investigate")
    @RolesAllowed({Roles.ASREP, Roles.BIZ, Roles.SUPV, Roles.HEAD})
    @Operation(summary = "Record whether a complaint is well-founded, and who caused it (AFT-30, AFT-33)")
    public TicketView investigate(UUID id, @Valid @NotNull Investigate request) {
        var found = Investigation.of(request.wellFounded(), request.causedBy(), request.cause(), request.remedy());
        return view(commands.investigate(id, found));
    }

    @POST
    @Path("{id}/propose")
    @RolesAllowed({Roles.ASREP, Roles.MERCH, Roles.BIZ, Roles.SUPV, Roles.HEAD})
    @Operation(summary = "Propose a solution for a complaint")
    public TicketView propose(UUID id, @Valid @NotNull Propose request) {
        return view(commands.propose(id, request.solution()));
    }

    @POST
    @Path("{id}/tell")
    @RolesAllowed({Roles.ASREP, Roles.CS, Roles.MERCH})
    @Operation(summary = "Record that the customer was told result, cause and remedy (AFT-06)")
    public TicketView tell(UUID id, @Valid @NotNull Tell request) {
        return view(commands.tell(id, request.how()));
    }

    @POST
    @Path("{id}/close")
    @RolesAllowed({Roles.ASREP, Roles.CS, Roles.MERCH})
    @Operation(summary = "Close it with a result the customer was told (AFT-06, AFT-09, AFT-30)")
    public TicketView close(UUID id, @Valid @NotNull Close request) {
        return view(commands.close(id, request.result(), request.customerAnswer()));
    }

    @POST
    @Path("{id}/reopen")
    @RolesAllowed({Roles.ASREP, Roles.CUST})
    @Operation(summary = "Send a complaint back whose solution does not satisfy the customer")
    public TicketView reopen(UUID id, @Valid @NotNull Reopen request) {
        return view(commands.reopen(id, request.reason()));
    }

    @POST
    @Path("{id}/messages")
    @RolesAllowed({Roles.ASREP, Roles.CS, Roles.MERCH, Roles.BIZ, Roles.SUPV, Roles.HEAD, Roles.CUST})
    @Operation(summary = "Add to the communication log: a message, or a remark that stays internal (AFT-09)")
    public TicketView say(UUID id, @Valid @NotNull Message request) {
        return view(commands.say(id, request.text(), request.internal()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One ticket with its communication log; to customers without what is internal (AFT-09)")
    public TicketView read(UUID id) {
        return view(viewer.mayRead(tickets.get(id))).with(tickets.log(id, !viewer.isCustomer()));
    }

    @GET
    @Operation(summary = "Tickets the caller may see, newest first")
    public Page<TicketView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("status") TicketStatus status,
            @QueryParam("kind") TicketKind kind,
            @QueryParam("orderId") UUID orderId) {
        var found = viewer.restrict(new Listing<>(tickets.getEntityManager(), Ticket.class))
                .with("status", status)
                .with("kind", kind)
                .with("orderFacts.orderId", orderId)
                .page(page, ticket -> ticket, Ticket::id);
        var known = deadlines.of(found.items().stream().map(Ticket::id).toList());
        return found.map(ticket -> view(ticket, known));
    }

    private TicketView view(Ticket ticket) {
        return view(ticket, deadlines.of(ticket.id()));
    }

    private TicketView view(Ticket ticket, RecordDeadlines known) {
        var view = ticket.view(known);
        return viewer.isCustomer() ? view.forCustomer() : view;
    }
}
