package io.gendan.core.audit;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/audit-entries")
@RolesAllowed(Roles.AUDIT)
@Tag(name = "audit", description = "Who changed what, when, before and after (SEC-15)")
class AuditResource {
    record AuditEntryView(
            UUID id,
            Instant at,
            String actor,
            String action,
            String recordType,
            UUID recordId,
            JsonNode before,
            JsonNode after,
            String correlationId,
            String traceId) {
        static AuditEntryView of(AuditEntry e) {
            return new AuditEntryView(
                    e.id,
                    e.at,
                    e.actor,
                    e.action,
                    e.recordType,
                    e.recordId,
                    e.before,
                    e.after,
                    e.correlationId,
                    e.traceId);
        }
    }

    @Inject
    EntityManager entities;

    @GET
    @Operation(summary = "Changes, newest first, of all records or of one")
    public Page<AuditEntryView> list(@Valid @BeanParam Page.Request page, @QueryParam("recordId") UUID recordId) {
        return new Listing<>(entities, AuditEntry.class)
                .with("recordId", recordId)
                .page(page, AuditEntryView::of, AuditEntryView::id);
    }
}
