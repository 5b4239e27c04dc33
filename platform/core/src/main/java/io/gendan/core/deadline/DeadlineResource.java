package io.gendan.core.deadline;

import java.time.OffsetDateTime;
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

import io.gendan.core.http.Idempotent;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/deadlines")
@RolesAllowed(Roles.OF_STAFF)
@Idempotent
@Tag(
        name = "deadlines",
        description =
                "What has to be done on records of this service by when; who was warned, who was told of a miss and"
                        + " who acknowledged it (ORG-05..07, ORG-11)")
class DeadlineResource {
    record Reason(@NotBlank @Size(max = 1000) String reason) {}

    @Inject
    DeadlineCommands commands;

    @Inject
    DeadlineSight sight;

    @Inject
    Deadlines deadlines;

    @GET
    @Operation(
            summary = "Deadlines the caller may know of, newest first",
            description = "His own, those of people below him, those he was told of; auditors and leaders see all."
                    + " dueBefore (exclusive) is an ISO 8601 time with offset.")
    public Page<DeadlineView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("recordId") UUID recordId,
            @QueryParam("owner") @Size(max = 64) String owner,
            @QueryParam("status") DeadlineStatus status,
            @QueryParam("dueBefore") OffsetDateTime dueBefore) {
        return sight.restrict(new Listing<>(deadlines.getEntityManager(), Deadline.class))
                .with("about.id", recordId)
                .with("owner", owner)
                .with("status", status)
                .when("dueAt < :dueBefore", "dueBefore", dueBefore == null ? null : dueBefore.toInstant())
                .page(page, Deadline::view, DeadlineView::id);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One deadline")
    public DeadlineView read(UUID id) {
        return sight.mayKnow(deadlines.get(id)).view();
    }

    @POST
    @Path("{id}/pause")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Let its time stand still; a superior of its owner. What time is left stays left")
    public DeadlineView pause(UUID id, @Valid @NotNull Reason request) {
        return commands.pause(id, request.reason()).view();
    }

    @POST
    @Path("{id}/resume")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Let its time go on; a superior of its owner")
    public DeadlineView resume(UUID id, @Valid @NotNull Reason request) {
        return commands.resume(id, request.reason()).view();
    }

    @POST
    @Path("{id}/recount")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(
            summary = "Count it anew by the calendar of today; a superior of its owner (ORG-05)",
            description = "A calendar that changes moves no deadline by itself.")
    public DeadlineView recount(UUID id, @Valid @NotNull Reason request) {
        return commands.recount(id, request.reason()).view();
    }

    @POST
    @Path("{id}/report")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Report that it cannot be kept and ask the superior for support; its owner (AFT-07)")
    public DeadlineView report(UUID id, @Valid @NotNull Reason request) {
        return commands.report(id, request.reason()).view();
    }

    @POST
    @Path("{id}/acknowledge")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(
            summary = "Acknowledge a miss one was told of, with what is done about it; it climbs no further (ORG-07)",
            description = "Whoever stands in for somebody who was told does so in both names (ORG-12).")
    public DeadlineView acknowledge(UUID id, @Valid @NotNull Reason request) {
        return commands.acknowledge(id, request.reason()).view();
    }
}
