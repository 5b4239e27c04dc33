package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.gendan.core.http.Idempotent;
import io.gendan.core.http.Language;
import io.gendan.core.problem.Texts;
import io.gendan.core.security.Roles;
import io.gendan.core.sheet.SheetFormat;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/units")
@Idempotent
@Tag(name = "units", description = "The units of the company and their business profiles")
class UnitResource {
    /**
     * @param head user name of the head of a department, the supervisor of a group, the manager of a shop, or null
     * @param merchandising whether it is a merchandising group (ORG-02)
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
            boolean merchandising,
            boolean controlling,
            String merchandiser) {}

    /** @param details name, nameEn and profile have to be there */
    record SetUpUnit(
            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,19}")
            String code,

            @Valid @NotNull UnitChange details) {}

    /** @param from the day it takes effect; at once if left out */
    record ChangeUnit(
            @Valid @NotNull UnitChange change,
            LocalDate from,
            @NotBlank @Size(max = 500) String reason) {}

    /** @param planned null where the change is in force already */
    record Changed(UnitView unit, PlannedChange.PlannedChangeView planned) {}

    record Colleague(String username, String name, String post, String level) {}

    /**
     * A unit in the tree.
     *
     * @param head null where it has nobody in it yet, or several leaders
     * @param people those on duty in the unit itself
     * @param below codes of the units directly below
     */
    record UnitNode(UnitView unit, Colleague head, List<Colleague> people, List<String> below) {}

    /**
     * @param unit code of the unit it is about, or null
     * @param person user name of the person it is about, or null
     * @param other whoever else has part in it, or null
     */
    record FaultView(String code, String unit, String person, String other, String message) {}

    @Inject
    Imports imports;

    @Inject
    Exports exports;

    @Inject
    Units units;

    @Inject
    UnitCommands commands;

    @Inject
    UnitTree tree;

    @Inject
    Texts texts;

    @Inject
    HttpHeaders headers;

    @POST
    @Path("import")
    @Consumes({SheetFormat.CSV_TYPE, SheetFormat.XLSX_TYPE})
    @RolesAllowed({Roles.HR, Roles.LEAD, Roles.ADMIN})
    @Operation(
            summary = "Import units from a file; dryRun only says what would happen (ORG-01)",
            description =
                    "CSV in UTF-8 or the first sheet of an Excel workbook (.xlsx), with the columns code,name,name_en,parent,profile and, if wanted, kind, head, merchandising,"
                            + " controlling and merchandiser. A row with an error is not"
                            + " taken, the others are. Another profile of a unit is told to the others with each of its people."
                            + " For HR and the leader in charge; for ADMIN until there are people.")
    public ImportReport importUnits(@NotNull byte[] file, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        var format = SheetFormat.of(headers.getMediaType());
        return ImportReport.of(imports.units(file, format, dryRun), texts, headers.getAcceptableLanguages());
    }

    @GET
    @Path("export")
    @Produces({SheetFormat.CSV_TYPE, SheetFormat.XLSX_TYPE})
    @RolesAllowed({Roles.HR, Roles.ADMIN})
    @Operation(
            summary = "All units as a file, CSV or Excel by Accept (INF-12)",
            description =
                    "With the columns of the import: importing it again changes nothing. What a spreadsheet would take"
                            + " for a formula has an apostrophe before it.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(
                        mediaType = SheetFormat.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = SheetFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response export() {
        var format = SheetFormat.accepted(headers.getAcceptableMediaTypes());
        return Response.ok(exports.units(format), format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, format.disposition("units"))
                .build();
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.HR, Roles.LEAD, Roles.HEAD})
    @Operation(summary = "Set up a unit; a head sets up units below his own, with its profile (ORG-02)")
    public UnitView setUp(@Valid @NotNull SetUpUnit request) {
        return commands.setUp(request.code(), request.details()).view();
    }

    @POST
    @Path("{code}/change")
    @RolesAllowed({Roles.HR, Roles.LEAD, Roles.HEAD})
    @Operation(
            summary =
                    "Change a unit, at once or from a later day on; a head his own and those below it (ORG-02, ORG-03)",
            description =
                    "Kind, profile, the controlling unit and what stands at the top are for HR and the leader in charge.")
    public Changed change(String code, @Valid @NotNull ChangeUnit request) {
        var planned = commands.change(code, request.change(), request.from(), request.reason());
        return new Changed(units.byCode().get(code).view(), planned == null ? null : planned.view());
    }

    @GET
    @RolesAllowed({
        Roles.SALES,
        Roles.LIAISON,
        Roles.CS,
        Roles.SUPV,
        Roles.HEAD,
        Roles.LEAD,
        Roles.HR,
        Roles.ADMIN,
        Roles.AUDIT
    })
    @Operation(summary = "Units, newest first")
    public Page<UnitView> list(@Valid @BeanParam Page.Request page, @QueryParam("profile") String profile) {
        return new Listing<>(units.getEntityManager(), Unit.class)
                .with("profile", profile)
                .page(page, Unit::view, UnitView::id);
    }

    @GET
    @Path("structure-faults")
    @RolesAllowed({Roles.HR, Roles.HEAD, Roles.LEAD, Roles.ADMIN, Roles.AUDIT})
    @Operation(summary = "What does not fit together in the company today (ORG-02, ORG-03, ORG-11, ORG-16)")
    public List<FaultView> structureFaults() {
        var locale = Language.of(headers);
        return tree.faults().stream()
                .map(fault -> new FaultView(
                        fault.kind().code,
                        fault.unit(),
                        fault.person(),
                        fault.other(),
                        texts.text("field." + fault.kind().code, locale, fault.named())))
                .toList();
    }

    @GET
    @Path("{code}")
    @RolesAllowed({
        Roles.SALES,
        Roles.LIAISON,
        Roles.CS,
        Roles.SUPV,
        Roles.HEAD,
        Roles.LEAD,
        Roles.HR,
        Roles.ADMIN,
        Roles.AUDIT
    })
    @Operation(summary = "A unit in the tree: its head, its people, the units below (ORG-02)")
    public UnitNode read(String code) {
        return tree.node(code);
    }
}
