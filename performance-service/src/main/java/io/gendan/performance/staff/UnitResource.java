package io.gendan.performance.staff;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import io.gendan.core.http.Idempotent;
import io.gendan.core.problem.Texts;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/units")
@Idempotent
@Tag(name = "units", description = "The units of the company and their business profiles")
class UnitResource {
    /**
     * @param head user name of the head of a department, the supervisor of a group, the manager of a shop, or null
     * @param controlling whether it is the controlling unit of merchandising (ORG-03)
     * @param merchandiser the merchandiser assigned to a shop (ORG-16), or null
     */
    record UnitView(
            UUID id,
            int version,
            String code,
            String name,
            String nameEn,
            String parent,
            UnitKind kind,
            String profile,
            String head,
            boolean controlling,
            String merchandiser) {}

    @Inject
    Imports imports;

    @Inject
    Units units;

    @Inject
    Texts texts;

    @Inject
    HttpHeaders headers;

    @POST
    @Path("import")
    @Consumes("text/csv")
    @RolesAllowed({Roles.HR, Roles.ADMIN})
    @Operation(
            summary = "Import units from a file; dryRun only says what would happen (ORG-01)",
            description =
                    "CSV in UTF-8 with the columns code,name,name_en,parent,profile and, if wanted, kind. A row with an error is not"
                            + " taken, the others are. Another profile of a unit is told to the others with each of its people.")
    public ImportReport importUnits(@NotNull byte[] csv, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        return ImportReport.of(imports.units(csv, dryRun), texts, headers.getAcceptableLanguages());
    }

    @GET
    @RolesAllowed({Roles.HR, Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.ADMIN, Roles.AUDIT})
    @Operation(summary = "Units, newest first")
    public Page<UnitView> list(@Valid @BeanParam Page.Request page, @QueryParam("profile") String profile) {
        return new Listing<>(units.getEntityManager(), Unit.class)
                .with("profile", profile)
                .page(page, Unit::view, UnitView::id);
    }
}
