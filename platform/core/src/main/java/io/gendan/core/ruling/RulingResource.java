package io.gendan.core.ruling;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.rulebook.Ruling;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/rulings")
@RolesAllowed({Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.HR, Roles.AUDIT})
@Tag(name = "rulings", description = "What the rules decided, with version, clause, inputs and outcome (SUP-18)")
class RulingResource {
    @Inject
    EntityManager entities;

    @GET
    @Operation(summary = "Rulings, newest first, by record, person or rule")
    public Page<Ruling> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("recordId") UUID recordId,
            @QueryParam("actor") String actor,
            @QueryParam("rule") String rule) {
        return new Listing<>(entities, RulingEntry.class)
                .with("recordId", recordId)
                .with("actor", actor)
                .with("rule", rule)
                .page(page, RulingEntry::toRuling, Ruling::id);
    }
}
