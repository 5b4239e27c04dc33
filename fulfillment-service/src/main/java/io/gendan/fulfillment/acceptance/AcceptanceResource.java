package io.gendan.fulfillment.acceptance;

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

import io.gendan.core.deadline.Deadlines;
import io.gendan.core.http.Idempotent;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.staff.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/acceptances")
@RolesAllowed({
    Roles.SALES,
    Roles.LIAISON,
    Roles.MERCH,
    Roles.SUPV,
    Roles.HEAD,
    Roles.LEAD,
    Roles.BIZ,
    Roles.AUDIT,
    Roles.CUST
})
@Idempotent
@Tag(name = "acceptances", description = "Acceptance by the customer, round by round (FUL-33..FUL-36)")
class AcceptanceResource {
    record SelfCheck(
            @NotNull UUID orderId,
            @NotBlank @Size(max = 4000) String selfCheck) {}

    /** @param owner who puts it right; the project owner where nobody is named */
    record Objection(
            @NotBlank @Size(max = 2000) String text,
            @Size(min = 1, max = 64) String owner,
            @NotNull LocalDate dueOn) {}

    record Close(@NotBlank @Size(max = 2000) String measure) {}

    /**
     * @param signatory who signed for the customer
     * @param evidence where the signed report is kept; both required where it is recorded for the customer
     */
    record Sign(
            @Size(max = 100) String signatory,
            @Size(max = 2000) String evidence) {}

    @Inject
    AcceptanceCommands commands;

    @Inject
    Acceptances acceptances;

    @Inject
    Deadlines deadlines;

    @Inject
    Viewer viewer;

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.BIZ, Roles.MERCH})
    @Operation(summary = "Record the self-check of a delivered order (FUL-33)")
    public AcceptanceView selfCheck(@Valid @NotNull SelfCheck request) {
        return view(commands.selfCheck(request));
    }

    @POST
    @Path("{id}/invite")
    @RolesAllowed({Roles.BIZ, Roles.MERCH})
    @Operation(summary = "Invite the customer (FUL-34)")
    public AcceptanceView invite(UUID id) {
        return view(commands.invite(id));
    }

    @POST
    @Path("{id}/begin")
    @RolesAllowed({Roles.BIZ, Roles.MERCH})
    @Operation(summary = "Begin acceptance with the customer (FUL-34)")
    public AcceptanceView begin(UUID id) {
        return view(commands.begin(id));
    }

    @POST
    @Path("{id}/findings")
    @RolesAllowed({Roles.CUST, Roles.BIZ, Roles.MERCH})
    @Operation(summary = "Object: each objection becomes a rectification item (FUL-36)")
    public AcceptanceView object(UUID id, @NotNull @Size(min = 1, max = 100) List<@Valid @NotNull Objection> findings) {
        return view(commands.object(id, findings));
    }

    @POST
    @Path("{id}/findings/{finding}/close")
    @RolesAllowed({Roles.BIZ, Roles.MERCH})
    @Operation(summary = "Close a rectification item with the measure taken (FUL-36)")
    public AcceptanceView close(UUID id, UUID finding, @Valid @NotNull Close request) {
        return view(commands.close(id, finding, request.measure()));
    }

    @POST
    @Path("{id}/repeat")
    @RolesAllowed({Roles.BIZ, Roles.MERCH})
    @Operation(summary = "Begin the next round; refused while findings are open (FUL-36)")
    public AcceptanceView repeat(UUID id) {
        return view(commands.repeat(id));
    }

    @POST
    @Path("{id}/sign")
    @RolesAllowed({Roles.CUST, Roles.BIZ, Roles.MERCH})
    @Operation(summary = "Sign the report: the customer himself, or recorded with the signed report (FUL-35)")
    public AcceptanceView sign(UUID id, @Valid @NotNull Sign request) {
        return view(commands.sign(id, request));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One acceptance; the customer sees his own (INF-10)")
    public AcceptanceView read(UUID id) {
        return view(viewer.mayRead(acceptances.get(id)));
    }

    @GET
    @Operation(summary = "Acceptances the caller may see, newest first")
    public Page<AcceptanceView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("status") AcceptanceStatus status,
            @QueryParam("orderId") UUID orderId) {
        var found = viewer.restrict(new Listing<>(acceptances.getEntityManager(), Acceptance.class))
                .with("status", status)
                .with("orderId", orderId)
                .page(page, acceptance -> acceptance, Acceptance::id);
        var known = deadlines.of(found.items().stream().map(Acceptance::id).toList());
        return found.map(acceptance -> acceptance.view(known));
    }

    private AcceptanceView view(Acceptance acceptance) {
        return acceptance.view(deadlines.of(acceptance.id()));
    }
}
