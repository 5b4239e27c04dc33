package io.gendan.contract.archive;

import java.time.Instant;
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
@Tag(
        name = "archive",
        description = "Copies of signed contracts. Those still to be filed are deadlines of code archive, with the"
                + " contract administrator for owner (CON-14)")
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

    private static ArchiveEntryView view(ArchiveEntry entry, RecordDeadlines known) {
        return entry.view(known.missedAt(entry.contractId(), Archive.DEADLINE) == null);
    }
}
