package io.gendan.intake.order;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.gendan.core.http.Idempotent;
import io.gendan.core.problem.Problem;
import io.gendan.core.reassignment.Reassign;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.staff.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/orders")
@RolesAllowed({
    Roles.SALES, Roles.LIAISON, Roles.GUIDE, Roles.CS, Roles.MERCH, Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.BIZ,
    Roles.LEGAL, Roles.FIN, Roles.QC, Roles.PROD, Roles.LOGI, Roles.ASREP, Roles.CADM, Roles.AUDIT, Roles.CUST
})
@Idempotent
@Tag(
        name = "orders",
        description = "Orders taken, confirmed, handed over, checked, reviewed, released (INT-12..INT-20)")
class OrderResource {
    private static final String SEEN =
            "checksum, as the order showed it, says what was read; where it is another one by"
                    + " now the decision is refused. Without it the content as it stands is meant.";

    record DraftOrder(
            @NotNull UUID quotationId, @Valid @NotNull OrderTerms terms) {}

    record Confirm(@Valid @NotNull Evidence evidence) {}

    record Reason(@NotBlank @Size(max = 2000) String reason) {}

    record HandIn(@NotBlank @Size(max = 64) String merchandiser) {}

    /**
     * @param itemsInOrder items of rule {@code intake.first-check} that were found in order
     * @param remarks required unless the outcome is ACCEPTED
     */
    record Check(
            @NotNull FirstCheck.Outcome outcome,
            @NotNull @Size(max = 50) Set<@NotBlank @Size(max = 60) String> itemsInOrder,
            @Size(max = 2000) String remarks) {
        String remarksRequired() {
            if (remarks == null || remarks.isBlank()) throw Problem.Invalid.field("remarks", "required");
            return remarks;
        }
    }

    /** @param criteria pass or fail for each criterion of rule {@code intake.order-review.criteria} */
    record Review(@NotEmpty @Size(max = 50) Map<@NotBlank @Size(max = 60) String, @NotNull Boolean> criteria) {}

    /** @param terms the new terms, where the solution changes them */
    record Agree(
            @NotBlank @Size(max = 2000) String solution,
            @Valid OrderTerms terms) {}

    @Inject
    OrderCommands commands;

    @Inject
    Orders orders;

    @Inject
    Viewer viewer;

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.GUIDE, Roles.MERCH})
    @Operation(summary = "Draft an order from an accepted quotation (INT-12)")
    public OrderView draft(@Valid @NotNull DraftOrder request) {
        return commands.draft(request.quotationId(), request.terms()).view();
    }

    @PUT
    @Path("{id}/terms")
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.GUIDE})
    @Operation(summary = "Change the terms of a draft, or of an order that was returned")
    public OrderView amend(UUID id, @Valid @NotNull OrderTerms terms) {
        return commands.amend(id, terms).view();
    }

    @POST
    @Path("{id}/confirm")
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.GUIDE, Roles.CS})
    @Operation(summary = "Confirm within one's own authority, with the customer's evidence (INT-12, INT-17, INT-19)")
    public OrderView confirm(UUID id, @Valid @NotNull Confirm request) {
        return commands.confirm(id, request.evidence()).view();
    }

    @POST
    @Path("{id}/request-approval")
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.GUIDE})
    @Operation(summary = "Ask a superior to confirm what is beyond one's authority (INT-18)")
    public OrderView requestApproval(UUID id, @Valid @NotNull Confirm request) {
        return commands.requestApproval(id, request.evidence()).view();
    }

    @POST
    @Path("{id}/approve")
    @RolesAllowed({Roles.SUPV, Roles.HEAD, Roles.LEAD})
    @Operation(
            summary = "Approve it, within one's own limit (INT-18); the order is confirmed thereby",
            description = SEEN)
    public OrderView approve(UUID id, @QueryParam("checksum") @Size(max = 64) String checksum) {
        return commands.approve(id, checksum).view();
    }

    @POST
    @Path("{id}/disapprove")
    @RolesAllowed({Roles.SUPV, Roles.HEAD, Roles.LEAD})
    @Operation(summary = "Send it back to the order taker (INT-18)", description = SEEN)
    public OrderView disapprove(
            UUID id, @QueryParam("checksum") @Size(max = 64) String checksum, @Valid @NotNull Reason request) {
        return commands.disapprove(id, checksum, request.reason()).view();
    }

    @POST
    @Path("{id}/hand-in")
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.GUIDE})
    @Operation(
            summary = "Hand the confirmed order in to a merchandiser (INT-14)",
            description = "In a unit with a rota for it only by who is on that day (ORG-08);"
                    + " outside the unit's window it is refused where the rule says so, else marked (INT-21).")
    public OrderView handIn(UUID id, @Valid @NotNull HandIn request) {
        return commands.handIn(id, request.merchandiser()).view();
    }

    @POST
    @Path("{id}/confirm-receipt")
    @RolesAllowed(Roles.MERCH)
    @Operation(summary = "Confirm receipt and correctness, which files the order (INT-14)")
    public OrderView confirmReceipt(UUID id) {
        return commands.confirmReceipt(id).view();
    }

    @POST
    @Path("{id}/check")
    @RolesAllowed(Roles.MERCH)
    @Operation(summary = "First check: accept, return or reject (INT-15, INT-16)")
    public OrderView check(UUID id, @Valid @NotNull Check request) {
        return commands.check(id, request).view();
    }

    @POST
    @Path("{id}/review")
    @RolesAllowed(Roles.MERCH)
    @Operation(summary = "Review against capacity, date and quality; a failed criterion opens negotiation (QUO-06)")
    public OrderView review(UUID id, @Valid @NotNull Review request) {
        return commands.review(id, request.criteria()).view();
    }

    @POST
    @Path("{id}/agree")
    @RolesAllowed(Roles.MERCH)
    @Operation(summary = "Record the solution agreed with the customer after a failed review (QUO-07)")
    public OrderView agree(UUID id, @Valid @NotNull Agree request) {
        return commands.agree(id, request.solution(), request.terms()).view();
    }

    @POST
    @Path("{id}/close")
    @RolesAllowed(Roles.MERCH)
    @Operation(summary = "Close an order for which no solution was found (QUO-07)")
    public OrderView close(UUID id, @Valid @NotNull Reason request) {
        return commands.close(id, request.reason()).view();
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed(Roles.MERCH)
    @Operation(summary = "Release it to be carried out: checked, reviewed, as quoted, under contract (INT-13, INT-46)")
    public OrderView release(UUID id) {
        return commands.release(id).view();
    }

    @POST
    @Path("{id}/corrections")
    @RolesAllowed(Roles.MERCH)
    @Operation(summary = "Record a correction after release and whose error it was (INT-20)")
    public OrderView correct(UUID id, @Valid @NotNull Correction request) {
        return commands.correct(id, request).view();
    }

    @POST
    @Path("{id}/reassign")
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.GUIDE, Roles.CS, Roles.MERCH, Roles.SUPV, Roles.HEAD, Roles.LEAD})
    @Operation(
            summary = "Put another order taker in charge; only superiors of the present one, never himself (ORG-10)",
            description = "His open tasks, running deadlines and questions on the order go along, an approval under way"
                    + " begins anew with the successor's superiors, and both are told. The successor is on duty, inducted"
                    + " (PER-55), and has not approved the order himself.")
    public OrderView reassign(UUID id, @Valid @NotNull Reassign request) {
        return commands.reassign(id, request).view();
    }

    @POST
    @Path("{id}/reassign-merchandiser")
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.GUIDE, Roles.CS, Roles.MERCH, Roles.SUPV, Roles.HEAD, Roles.LEAD})
    @Operation(
            summary = "Put another merchandiser in charge; only superiors of the present one, never himself (ORG-10)",
            description = "As with the order taker. Plan, shipments, tickets and visits of the order follow.")
    public OrderView reassignMerchandiser(UUID id, @Valid @NotNull Reassign request) {
        return commands.reassignMerchandiser(id, request).view();
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed(Roles.SUPV)
    @Operation(summary = "Cancel it; not while a contract is in force (CON-27)")
    public OrderView cancel(UUID id, @Valid @NotNull Reason request) {
        return commands.cancel(id, request.reason()).view();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One order")
    public OrderView read(UUID id) {
        return shown(viewer.mayRead(orders.get(id)));
    }

    @GET
    @Operation(summary = "Orders the caller may see, newest first; q is a number or the beginning of a customer's name")
    public Page<OrderView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("status") OrderStatus status,
            @QueryParam("merchandiser") @Size(max = 64) String merchandiser,
            @QueryParam("q") @Size(max = 100) String q) {
        return viewer.restrict(new Listing<>(orders.getEntityManager(), Order.class))
                .with("status", status)
                .with("merchandiser", merchandiser)
                .when("lower(customerName) like :q or lower(number) like :q", "q", Listing.beginning(q))
                .page(page, this::shown, OrderView::id);
    }

    private OrderView shown(Order order) {
        return viewer.isCustomer() ? order.view().forCustomer() : order.view();
    }
}
