package io.gendan.performance.staff;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.gendan.core.http.Idempotent;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.performance.staff.PlannedChange.PlannedChangeView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/planned-changes")
@Idempotent
@Tag(name = "staff")
class PlannedChangeResource {
    @Inject
    PlannedChanges planned;

    @Inject
    StaffCommands commands;

    @GET
    @RolesAllowed({Roles.HR, Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.AUDIT})
    @Operation(summary = "Changes of people and units planned for later days, and what became of them (ORG-04)")
    public Page<PlannedChangeView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("username") String username,
            @QueryParam("unit") String unit,
            @QueryParam("status") PlannedStatus status) {
        return new Listing<>(planned.getEntityManager(), PlannedChange.class)
                .with("username", username)
                .with("unit", unit)
                .with("status", status)
                .page(page, PlannedChange::view, PlannedChangeView::id);
    }

    @POST
    @Path("{id}/withdraw")
    @RolesAllowed({Roles.HR, Roles.SUPV, Roles.HEAD, Roles.LEAD})
    @Operation(summary = "Withdraw a change before its day; by who planned it, HR or the leader in charge")
    public PlannedChangeView withdraw(UUID id) {
        return commands.withdraw(id).view();
    }
}
