package io.gendan.fulfillment.shipment;

import java.time.Instant;
import java.time.LocalDate;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.gendan.core.act.Acts;
import io.gendan.core.http.Idempotent;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.staff.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/shipments")
@RolesAllowed({
    Roles.SALES,
    Roles.LIAISON,
    Roles.GUIDE,
    Roles.MERCH,
    Roles.SUPV,
    Roles.HEAD,
    Roles.LEAD,
    Roles.BIZ,
    Roles.FIN,
    Roles.LOGI,
    Roles.MAT,
    Roles.AUDIT,
    Roles.CUST
})
@Idempotent
@Tag(name = "shipments", description = "From preparation to the customer's receipt (FUL-21, FUL-24..FUL-30)")
class ShipmentResource {
    /**
     * @param lines what is shipped; all items of the order where left out
     * @param plannedOn the day it is planned to arrive
     */
    record Prepare(
            @NotNull UUID orderId,
            @NotBlank @Size(max = 200) String carrier,
            @NotBlank @Size(max = 50) String mode,
            @Size(min = 1, max = 200) List<@Valid @NotNull ShipmentLine> lines,
            @NotNull LocalDate plannedOn) {}

    enum Reported {
        IN_TRANSIT,
        ARRIVED
    }

    /** @param expectedOn when it is expected to arrive, where that is known or has changed; only on the way */
    record Track(
            @NotNull Reported status,
            @NotBlank @Size(max = 200) String place,
            LocalDate expectedOn) {}

    /**
     * @param differences required where the quantity is not right
     * @param evidence required where it is recorded for the customer
     */
    record ConfirmReceipt(
            @NotNull LocalDate receivedOn,
            @NotNull Boolean quantityOk,
            @Size(max = 2000) String differences,
            @Size(max = 2000) String evidence) {}

    record LedgerView(
            UUID id,
            UUID shipmentId,
            String number,
            UUID orderId,
            String orderNumber,
            List<ShipmentLine> lines,
            String carrier,
            String dispatchedBy,
            Instant dispatchedAt) {}

    @Inject
    ShipmentCommands commands;

    @Inject
    Shipments shipments;

    @Inject
    Viewer viewer;

    @Inject
    Acts acts;

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.MERCH, Roles.LOGI})
    @Operation(summary = "Prepare a shipment of a released order (FUL-24)")
    public ShipmentView prepare(@Valid @NotNull Prepare request) {
        return commands.prepare(request).view();
    }

    @POST
    @Path("{id}/dispatch")
    @RolesAllowed({Roles.MERCH, Roles.LOGI})
    @Operation(summary = "Dispatch it, after a passed inspection; it enters the ledger (FUL-21, FUL-29)")
    public ShipmentView dispatch(UUID id) {
        return commands.dispatch(id).view();
    }

    @POST
    @Path("{id}/track")
    @RolesAllowed({Roles.MERCH, Roles.LOGI})
    @Operation(summary = "Report where it is and when it is expected, or that it arrived (FUL-25)")
    public ShipmentView track(UUID id, @Valid @NotNull Track report) {
        return commands.track(id, report).view();
    }

    @POST
    @Path("{id}/confirm-receipt")
    @RolesAllowed({Roles.CUST, Roles.MERCH})
    @Operation(summary = "Confirm receipt: the customer himself, or recorded for him with evidence (FUL-30)")
    public ShipmentView confirmReceipt(UUID id, @Valid @NotNull ConfirmReceipt request) {
        return commands.confirmReceipt(id, request).view();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One shipment with its movements; the customer sees his own (FUL-25, INF-10)")
    public ShipmentView read(UUID id) {
        return viewer.mayRead(shipments.get(id)).view();
    }

    @GET
    @Operation(
            summary = "Shipments the caller may see, newest first; overdue: arrived, and receipt not confirmed in time")
    public Page<ShipmentView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("status") ShipmentStatus status,
            @QueryParam("orderId") UUID orderId,
            @QueryParam("overdue") boolean overdue) {
        return viewer.restrict(new Listing<>(shipments.getEntityManager(), Shipment.class))
                .with("status", status)
                .with("orderId", orderId)
                .when(
                        "status = ARRIVED and receiptDue < :now",
                        "now",
                        overdue ? acts.ofCaller().at() : null)
                .page(page, Shipment::view, ShipmentView::id);
    }

    @GET
    @Path("ledger")
    @RolesAllowed({Roles.MERCH, Roles.LOGI, Roles.MAT, Roles.SUPV, Roles.HEAD, Roles.FIN, Roles.AUDIT})
    @Operation(summary = "Dispatched-goods ledger, newest first (FUL-29)")
    public Page<LedgerView> ledger(@Valid @BeanParam Page.Request page, @QueryParam("orderId") UUID orderId) {
        return new Listing<>(shipments.getEntityManager(), LedgerLine.class)
                .with("orderId", orderId)
                .page(page, LedgerLine::view, LedgerView::id);
    }
}
