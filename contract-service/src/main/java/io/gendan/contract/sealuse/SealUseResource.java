package io.gendan.contract.sealuse;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/seal-uses")
@Tag(name = "seal register", description = "Which seal was put under what, by whom (CON-12)")
class SealUseResource {
    record SealUseView(
            UUID id,
            UUID contractId,
            String contractNumber,
            Seal seal,
            int copies,
            String textChecksum,
            String applicant,
            String holder,
            Instant usedAt) {}

    @Inject
    SealUses sealUses;

    @GET
    @RolesAllowed({Roles.SEAL, Roles.LEGAL, Roles.CADM, Roles.HEAD, Roles.LEAD, Roles.AUDIT})
    @Operation(summary = "The seal register, newest first (CON-12)")
    public Page<SealUseView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("contractId") UUID contractId,
            @QueryParam("seal") Seal seal) {
        return new Listing<>(sealUses.getEntityManager(), SealUse.class)
                .with("contractId", contractId)
                .with("seal", seal)
                .page(page, SealUse::view, SealUseView::id);
    }
}
