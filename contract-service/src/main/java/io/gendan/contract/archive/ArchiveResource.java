package io.gendan.contract.archive;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.gendan.core.deadline.DeadlineView;
import io.gendan.core.deadline.Deadlines;
import io.gendan.core.deadline.RecordDeadlines;
import io.gendan.core.http.Idempotent;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/archive-entries")
@RolesAllowed({Roles.CADM, Roles.LEGAL, Roles.HEAD, Roles.LEAD, Roles.AUDIT})
@Idempotent
@Tag(name = "archive", description = "Copies of signed contracts, and those still to be filed (CON-14)")
class ArchiveResource {
    /** @param place where the copy is: volume, shelf, folder */
    record FileCopy(
            @NotNull UUID contractId,
            @NotBlank @Size(max = 200) String place) {}

    /** @param inTime whether it was filed within the limit of rule {@code contract.archive.limit} */
    record ArchiveEntryView(
            UUID id,
            UUID contractId,
            String contractNumber,
            String place,
            String archivedBy,
            Instant archivedAt,
            boolean inTime) {}

    @Inject
    Archive archive;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.CADM)
    @Operation(summary = "File the copy of a contract that both sides have signed (CON-14)")
    public ArchiveEntryView file(@Valid @NotNull FileCopy request) {
        ArchiveEntry filed = archive.file(request.contractId(), request.place());
        return view(filed, deadlines.of(filed.contractId()));
    }

    @GET
    @Operation(summary = "Filed copies, newest first")
    public Page<ArchiveEntryView> list(@Valid @BeanParam Page.Request page, @QueryParam("contractId") UUID contractId) {
        var found = new Listing<>(archive.getEntityManager(), ArchiveEntry.class)
                .with("contractId", contractId)
                .page(page, entry -> entry, ArchiveEntry::id);
        var known = deadlines.of(
                found.items().stream().map(ArchiveEntry::contractId).toList());
        return found.map(entry -> view(entry, known));
    }

    @GET
    @Path("expected")
    @RolesAllowed({Roles.CADM, Roles.LEGAL, Roles.LEAD, Roles.AUDIT})
    @Operation(
            summary =
                    "Copies still to be filed, the contract signed last first; overdue only what has run out (CON-14)",
            description = "Deadlines of code archive, recordId and recordLabel being the contract's, whoever was its"
                    + " administrator when it was signed.")
    public Page<DeadlineView> expected(
            @Valid @BeanParam Page.Request page, @QueryParam("overdue") @DefaultValue("false") boolean overdue) {
        return deadlines.toBeMet(Archive.DEADLINE, overdue, page, clock.instant());
    }

    private static ArchiveEntryView view(ArchiveEntry entry, RecordDeadlines known) {
        return entry.view(known.missedAt(entry.contractId(), Archive.DEADLINE) == null);
    }
}
