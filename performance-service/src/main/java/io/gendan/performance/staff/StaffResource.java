package io.gendan.performance.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

@Path("/staff")
@Idempotent
@Tag(name = "staff", description = "The staff register: unit, level, superior, roles, days of duty (ORG-01, 04, 11)")
class StaffResource {
    /** @param details name, unit, roles and all but a leader's superior have to be there; on duty from today if unsaid */
    record RegisterPerson(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9._-]{2,63}")
            String username,

            @Valid @NotNull PersonChange details,
            @NotBlank @Size(max = 500) String reason) {}

    /** @param from the day it takes effect; at once if left out */
    record ChangePerson(
            @Valid @NotNull PersonChange change,
            LocalDate from,
            @NotBlank @Size(max = 500) String reason) {}

    /** @param planned null where the change is in force already */
    record Changed(StaffView person, PlannedChange.PlannedChangeView planned) {}

    /** @param on day of the induction training, not in the future */
    record Induct(@NotNull LocalDate on) {}

    /**
     * @param on last day of duty
     * @param successor superior of those directly below and head of the units he heads, from the day after, and in his place
     *     wherever a planned change or a substitution names him; to be named where there are any
     */
    record Leave(@NotNull LocalDate on, String successor) {}

    /**
     * @param activeUntil last day of duty, or null
     * @param inductedOn day of the induction training, or null (PER-55)
     * @param personalLimit amount above which he confirms no order, or null
     */
    record StaffView(
            UUID id,
            int version,
            String username,
            String name,
            String email,
            String unit,
            String profile,
            String level,
            String superior,
            Set<String> roles,
            String post,
            LocalDate activeFrom,
            LocalDate activeUntil,
            LocalDate inductedOn,
            BigDecimal personalLimit,
            Set<String> skills,
            List<Certificate> certificates) {}

    @Inject
    Imports imports;

    @Inject
    Exports exports;

    @Inject
    StaffCommands commands;

    @Inject
    LeaveCommands leaves;

    @Inject
    StaffRegister register;

    @Inject
    StaffReader reader;

    @Inject
    Units units;

    @Inject
    Texts texts;

    @Inject
    HttpHeaders headers;

    @POST
    @Path("import")
    @Consumes({SheetFormat.CSV_TYPE, SheetFormat.XLSX_TYPE})
    @RolesAllowed({Roles.HR, Roles.LEAD, Roles.ADMIN})
    @Operation(
            summary = "Import people from a file; dryRun only says what would happen (ORG-01, ORG-04, ORG-11)",
            description =
                    "CSV in UTF-8 or the first sheet of an Excel workbook (.xlsx), with the columns username,name,email,unit,level,superior,roles,post (roles"
                            + " separated by blanks) and, if wanted, active_from, active_until, inducted_on, personal_limit and skills (separated by semicolons). A"
                            + " row with an error is not taken, the others are; what they leave has to fit together: no loop or"
                            + " gap, no unit with people and without its head. Portal users of customers (role CUST) are skipped. A person who is not"
                            + " in the file stays as he is. Import the units first. For HR and the leader in"
                            + " charge; for ADMIN until there are people. Nobody changes his own entry.")
    public ImportReport importPeople(
            @NotNull byte[] file, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        var format = SheetFormat.of(headers.getMediaType());
        return ImportReport.of(imports.people(file, format, dryRun), texts, headers.getAcceptableLanguages());
    }

    @GET
    @Path("export")
    @Produces({SheetFormat.CSV_TYPE, SheetFormat.XLSX_TYPE})
    @RolesAllowed(Roles.HR)
    @Operation(
            summary = "All people as a file, CSV or Excel by Accept (INF-12)",
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
        return Response.ok(exports.people(format), format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, format.disposition("staff"))
                .build();
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.HR, Roles.LEAD})
    @Operation(summary = "Register a person (ORG-01, ORG-04)")
    public StaffView register(@Valid @NotNull RegisterPerson request) {
        return view(commands.register(request.username(), request.details(), request.reason()));
    }

    @POST
    @Path("tell-anew")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Tell the other services of every unit and person anew",
            description =
                    "After an upgrade that tells them more than before, or after a topic was lost. Repeating it does"
                            + " no harm.")
    public void tellAnew() {
        commands.tellAnew();
    }

    @POST
    @Path("{username}/change")
    @RolesAllowed({Roles.HR, Roles.LEAD, Roles.HEAD, Roles.SUPV})
    @Operation(
            summary =
                    "Change what the register says of a person, at once or from a later day on (ORG-04, ORG-10, ORG-11)",
            description =
                    "A head changes people of his department, a supervisor his own people; roles, level, induction, e-mail"
                            + " address and days of duty only HR and the leader in charge; nobody his own entry.")
    public Changed change(String username, @Valid @NotNull ChangePerson request) {
        var planned = commands.change(username, request.change(), request.from(), request.reason());
        return new Changed(view(register.member(username).orElseThrow()), planned == null ? null : planned.view());
    }

    @POST
    @Path("{username}/induct")
    @RolesAllowed(Roles.HR)
    @Operation(summary = "Record the induction training; before it a person takes no orders (PER-55)")
    public StaffView induct(String username, @Valid @NotNull Induct request) {
        return view(commands.induct(username, request.on()));
    }

    @POST
    @Path("{username}/leave")
    @RolesAllowed(Roles.HR)
    @Operation(summary = "Record the last day of duty; the person's rights end with it (SEC-17, ORG-10)")
    public StaffView leave(String username, @Valid @NotNull Leave request) {
        return view(leaves.leave(username, request.on(), request.successor()));
    }

    @GET
    @Path("{username}")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(
            summary = "One person of the register",
            description = "For the roles HR, SUPV, HEAD, LEAD and AUDIT, and for the person.")
    public StaffView read(String username) {
        return view(reader.member(username));
    }

    @GET
    @Path("{username}/versions")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "How the register described a person over time: who changed what, when and why (ORG-04)")
    public Page<StaffVersion.StaffVersionView> versions(String username, @Valid @BeanParam Page.Request page) {
        return new Listing<>(register.getEntityManager(), StaffVersion.class)
                .with("username", reader.member(username).username())
                .page(page, StaffVersion::view, StaffVersion.StaffVersionView::id);
    }

    @GET
    @RolesAllowed({Roles.HR, Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.AUDIT})
    @Operation(summary = "People of the register, newest first; q is the beginning of the name or user name")
    public Page<StaffView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("unit") String unit,
            @QueryParam("superior") String superior,
            @QueryParam("role") String role,
            @QueryParam("q") String q) {
        Map<String, String> profiles = units.profiles();
        return new Listing<>(register.getEntityManager(), StaffMember.class)
                .with("unit", unit)
                .with("superior", superior)
                .when("id in :withRole", "withRole", role == null ? null : register.withRole(role))
                .when("lower(name) like :q or username like :q", "q", Listing.beginning(q))
                .page(page, member -> member.view(profiles.get(member.unit())), StaffView::id);
    }

    private StaffView view(StaffMember member) {
        return member.view(units.profileOf(member.unit()).orElseThrow());
    }
}
