package io.gendan.intake.quotation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gendan.core.http.Idempotent;
import io.gendan.core.problem.Problem;
import io.gendan.core.reassignment.Reassign;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.events.Money;
import io.gendan.staff.Viewer;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/quotations")
@RolesAllowed({
    Roles.SALES,
    Roles.LIAISON,
    Roles.CS,
    Roles.MERCH,
    Roles.SUPV,
    Roles.HEAD,
    Roles.LEAD,
    Roles.BIZ,
    Roles.AUDIT,
    Roles.FIN,
    Roles.CUST
})
@Idempotent
@Tag(name = "quotations", description = "Offers: drafted, approved, sent, decided by the customer (QUO-12..QUO-19)")
class QuotationResource {
    private static final String SEEN =
            "checksum, as the quotation showed it, says what was read; where it is another one"
                    + " by now the decision is refused. Without it the content as it stands is meant.";

    record DraftQuotation(
            @NotNull UUID inquiryId, @Valid @NotNull Offer offer) {}

    record Remarks(@NotBlank @Size(max = 2000) String remarks) {}

    /** @param evidence how we know: the message, the signed form, the click */
    record Accept(@NotBlank @Size(max = 2000) String evidence) {}

    /** @param reason one of rule {@code quote.decline-reasons} */
    record Decline(
            @NotBlank @Size(max = 40) String reason,
            @NotBlank @Size(max = 2000) String evidence) {}

    /** @param amount quantity times unit price, without {@code tax} */
    record LineView(
            String kind,
            String description,
            String productClass,
            String quantity,
            String unit,
            String unitPrice,
            String taxPercent,
            Money amount,
            Money tax) {
        static LineView of(QuotationLine line, String currency) {
            return new LineView(
                    line.kind(),
                    line.description(),
                    line.productClass(),
                    line.quantity().toPlainString(),
                    line.unit(),
                    line.unitPrice().toPlainString(),
                    line.taxPercent().toPlainString(),
                    line.amount(currency),
                    line.tax(currency));
        }
    }

    /**
     * @param cost with {@code marginPercent} and {@code lossReason}, left out for roles that may not see them (SEC-07)
     * @param checksum of the content, for those who decide on it
     * @param inCharge who has it in hand: its author, or who took it over (ORG-10)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuotationView(
            UUID id,
            int version,
            String number,
            int revision,
            UUID inquiryId,
            UUID customerId,
            String profile,
            String unit,
            String status,
            List<LineView> lines,
            Money total,
            Money cost,
            BigDecimal marginPercent,
            String lossReason,
            String checksum,
            String author,
            String inCharge,
            Instant createdAt,
            String approver,
            String remarks,
            Instant sentAt,
            Instant expiresAt,
            Decision decision) {}

    @Inject
    QuotationCommands commands;

    @Inject
    Quotations quotations;

    @Inject
    Viewer viewer;

    @Inject
    SecurityIdentity caller;

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.BIZ)
    @Operation(summary = "Draft a quotation for an inquiry (QUO-12, QUO-13)")
    public QuotationView draft(@Valid @NotNull DraftQuotation request) {
        return view(commands.draft(request.inquiryId(), request.offer()));
    }

    @PUT
    @Path("{id}/offer")
    @RolesAllowed(Roles.BIZ)
    @Operation(summary = "Change a draft, or one that was returned")
    public QuotationView redraft(UUID id, @Valid @NotNull Offer offer) {
        return view(commands.redraft(id, offer));
    }

    @POST
    @Path("{id}/submit")
    @RolesAllowed(Roles.BIZ)
    @Operation(summary = "Ask the department head to approve it")
    public QuotationView submit(UUID id) {
        return view(commands.submit(id));
    }

    @POST
    @Path("{id}/return")
    @RolesAllowed({Roles.HEAD, Roles.LEAD})
    @Operation(summary = "Send it back to its author with remarks (QUO-16)", description = SEEN)
    public QuotationView returnWith(
            UUID id, @QueryParam("checksum") @Size(max = 64) String checksum, @Valid @NotNull Remarks request) {
        return view(commands.returnWith(id, checksum, request.remarks()));
    }

    @POST
    @Path("{id}/approve")
    @RolesAllowed({Roles.HEAD, Roles.LEAD})
    @Operation(
            summary =
                    "Approve it; not its author, and where the margin is low the leader after the head (QUO-15, QUO-16)",
            description = SEEN)
    public QuotationView approve(UUID id, @QueryParam("checksum") @Size(max = 64) String checksum) {
        return view(commands.approve(id, checksum));
    }

    @POST
    @Path("{id}/send")
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.CS})
    @Operation(summary = "Send the approved quotation to the customer; its validity begins (QUO-16..QUO-18)")
    public QuotationView send(UUID id) {
        return view(commands.send(id));
    }

    @POST
    @Path("{id}/accept")
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.CUST})
    @Operation(summary = "Record that the customer accepted it (QUO-18, QUO-19)")
    public QuotationView accept(UUID id, @Valid @NotNull Accept request) {
        return view(commands.accept(id, request.evidence()));
    }

    @POST
    @Path("{id}/decline")
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.CUST})
    @Operation(summary = "Record that the customer declined it, and why (QUO-19)")
    public QuotationView decline(UUID id, @Valid @NotNull Decline request) {
        return view(commands.decline(id, request.reason(), request.evidence()));
    }

    @POST
    @Path("{id}/want-changes")
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.CUST})
    @Operation(summary = "Record that the customer wants changes (QUO-19)")
    public QuotationView askForRevision(UUID id, @Valid @NotNull Remarks request) {
        return view(commands.askForRevision(id, request.remarks()));
    }

    @POST
    @Path("{id}/revisions")
    @ResponseStatus(201)
    @RolesAllowed(Roles.BIZ)
    @Operation(summary = "Draft the next version; this one becomes SUPERSEDED (QUO-18)")
    public QuotationView revise(UUID id, @Valid @NotNull Offer offer) {
        return view(commands.revise(id, offer));
    }

    @POST
    @Path("{id}/reassign")
    @RolesAllowed({Roles.BIZ, Roles.SALES, Roles.LIAISON, Roles.CS, Roles.SUPV, Roles.HEAD, Roles.LEAD})
    @Operation(
            summary = "Give it into other hands; only superiors of who has it, never himself (ORG-10)",
            description = "Open tasks, running deadlines and questions go along, an approval under way begins anew with"
                    + " the successor's superiors, and both are told. Nobody takes over what he approved himself.")
    public QuotationView reassign(UUID id, @Valid @NotNull Reassign request) {
        return view(commands.reassign(id, request));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One quotation")
    public QuotationView read(UUID id) {
        Quotation quotation = viewer.mayRead(quotations.get(id));
        if (caller.hasRole(Roles.CUST) && !quotation.status().reachedCustomer())
            throw new Problem.NotFound("quotation", id);
        return view(quotation);
    }

    @GET
    @Operation(summary = "Quotations the caller may see, newest first")
    public Page<QuotationView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("inquiryId") UUID inquiryId,
            @QueryParam("status") QuotationStatus status) {
        var listing = viewer.restrict(new Listing<>(quotations.getEntityManager(), Quotation.class))
                .with("inquiryId", inquiryId)
                .with("status", status);
        if (caller.hasRole(Roles.CUST)) listing.when("status in :sent", "sent", QuotationStatus.seenByCustomer());
        return listing.page(page, this::view, QuotationView::id);
    }

    private QuotationView view(Quotation quotation) {
        return quotation.view(caller.hasRole(Roles.BIZ)
                || caller.hasRole(Roles.HEAD)
                || caller.hasRole(Roles.LEAD)
                || caller.hasRole(Roles.FIN)
                || caller.hasRole(Roles.AUDIT));
    }
}
