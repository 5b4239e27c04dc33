package io.gendan.aftersales.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gendan.aftersales.Viewer;
import io.gendan.aftersales.ticket.TicketKind;
import io.gendan.aftersales.ticket.Tickets;
import io.gendan.core.http.Idempotent;
import io.gendan.core.reassignment.Reassign;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.rulebook.AftersalesRules.Urgency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/visits")
@RolesAllowed({
    Roles.ASREP,
    Roles.SALES,
    Roles.CS,
    Roles.MERCH,
    Roles.SUPV,
    Roles.HEAD,
    Roles.LEAD,
    Roles.BIZ,
    Roles.AUDIT
})
@Idempotent
@Tag(name = "visits", description = "Follow-up visits after completion of an order (AFT-42, AFT-44)")
class VisitResource {
    /** @param rating satisfaction from 1 to 5 */
    record Done(
            @Min(1) @Max(5) int rating,
            @Size(max = 4000) String opinions,
            @Size(max = 4000) String problems) {}

    record Failed(@NotBlank @Size(max = 2000) String reason) {}

    /** @param urgency NORMAL where it is not given */
    record FromProblem(
            @NotNull TicketKind kind,
            @NotBlank @Size(max = 4000) String text,
            Urgency urgency) {}

    /** @param tickets made of problems the visit brought to light, and how far they are; left out of lists */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VisitView(
            UUID id,
            int version,
            UUID orderId,
            String orderNumber,
            UUID customerId,
            String orderTaker,
            String merchandiser,
            String status,
            LocalDate dueOn,
            VisitPlan plan,
            List<VisitFailure> failures,
            VisitReport report,
            List<Tickets.OfVisit> tickets) {}

    @Inject
    VisitCommands commands;

    @Inject
    Visits visits;

    @Inject
    Tickets tickets;

    @Inject
    Viewer viewer;

    @POST
    @Path("{id}/plan")
    @RolesAllowed({Roles.ASREP, Roles.SALES, Roles.CS, Roles.MERCH})
    @Operation(summary = "Plan it, or plan it anew after it failed (AFT-42)")
    public VisitView plan(UUID id, @Valid @NotNull VisitPlan plan) {
        return view(commands.plan(id, plan));
    }

    @POST
    @Path("{id}/done")
    @RolesAllowed({Roles.ASREP, Roles.SALES, Roles.CS, Roles.MERCH})
    @Operation(summary = "Record satisfaction, opinions and problems (AFT-42)")
    public VisitView done(UUID id, @Valid @NotNull Done request) {
        return view(commands.done(id, request));
    }

    @POST
    @Path("{id}/failed")
    @RolesAllowed({Roles.ASREP, Roles.SALES, Roles.CS, Roles.MERCH})
    @Operation(summary = "Record that it did not come about, and why")
    public VisitView failed(UUID id, @Valid @NotNull Failed request) {
        return view(commands.failed(id, request.reason()));
    }

    @POST
    @Path("{id}/reassign")
    @RolesAllowed({Roles.ASREP, Roles.SALES, Roles.CS, Roles.MERCH, Roles.SUPV, Roles.HEAD, Roles.LEAD})
    @Operation(
            summary = "Have somebody else make a planned visit; only superiors of who is to, never himself (ORG-10)",
            description = "Its day stays. Open tasks, running deadlines and questions go along, and both are told.")
    public VisitView reassign(UUID id, @Valid @NotNull Reassign request) {
        return view(commands.reassign(id, request));
    }

    @POST
    @Path("{id}/ticket")
    @ResponseStatus(201)
    @RolesAllowed({Roles.ASREP, Roles.SALES, Roles.CS, Roles.MERCH})
    @Operation(summary = "Make a ticket of a problem the visit brought to light; the visit shows its state (AFT-44)")
    public VisitView ticket(UUID id, @Valid @NotNull FromProblem request) {
        var urgency = request.urgency() == null ? Urgency.NORMAL : request.urgency();
        return view(commands.ticket(id, request.kind(), request.text(), urgency));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One visit, with the tickets that came of it")
    public VisitView read(UUID id) {
        return view(viewer.mayRead(visits.get(id)));
    }

    @GET
    @Operation(summary = "Visits the caller may see, newest first; dueBefore is the first day left out")
    public Page<VisitView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("status") VisitStatus status,
            @QueryParam("dueBefore") LocalDate dueBefore,
            @QueryParam("orderId") UUID orderId) {
        return viewer.restrict(new Listing<>(visits.getEntityManager(), Visit.class))
                .with("status", status)
                .when("dueOn < :dueBefore", "dueBefore", dueBefore)
                .with("orderFacts.orderId", orderId)
                .page(page, visit -> visit.view(null), VisitView::id);
    }

    private VisitView view(Visit visit) {
        return visit.view(tickets.ofVisit(visit.id()));
    }
}
