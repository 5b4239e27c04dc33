package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
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
import io.gendan.core.problem.Problem;
import io.gendan.core.problem.Texts;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/staff")
@Idempotent
@Tag(name = "staff", description = "The staff register: unit, level, superior, roles, days of duty (ORG-01, 04, 11)")
class StaffResource {
    private static final Set<String> READERS =
            Set.of(Roles.HR, Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.ADMIN, Roles.AUDIT);

    /** @param on last day of duty */
    record Leave(@NotNull LocalDate on) {}

    /** @param activeUntil last day of duty, or null */
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
            LocalDate activeUntil) {}

    @Inject
    Imports imports;

    @Inject
    StaffCommands commands;

    @Inject
    StaffRegister register;

    @Inject
    Units units;

    @Inject
    Texts texts;

    @Inject
    HttpHeaders headers;

    @Inject
    SecurityIdentity caller;

    @POST
    @Path("import")
    @Consumes("text/csv")
    @RolesAllowed({Roles.HR, Roles.ADMIN})
    @Operation(
            summary = "Import people from a file; dryRun only says what would happen (ORG-01, ORG-04, ORG-11)",
            description = "CSV in UTF-8 with the columns username,name,email,unit,level,superior,roles,post (roles"
                    + " separated by blanks) and, if wanted, active_from and active_until. A row with an error is not"
                    + " taken, the others are. Portal users of customers (role CUST) are skipped. A person who is not"
                    + " in the file stays as he is. Import the units first.")
    public ImportReport importPeople(@NotNull byte[] csv, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        return ImportReport.of(imports.people(csv, dryRun), texts, headers.getAcceptableLanguages());
    }

    @POST
    @Path("{username}/leave")
    @RolesAllowed(Roles.HR)
    @Operation(summary = "Record the last day of duty; the person's rights end with it (SEC-17)")
    public StaffView leave(String username, @Valid @NotNull Leave request) {
        return view(commands.leave(username, request.on()));
    }

    @GET
    @Path("{username}")
    @Authenticated
    @Operation(
            summary = "One person of the register",
            description = "For the roles HR, SUPV, HEAD, LEAD, ADMIN and AUDIT, and for the person.")
    public StaffView read(String username) {
        register.refuseOffDuty(name());
        if (!name().equals(username) && caller.getRoles().stream().noneMatch(READERS::contains))
            throw new Problem.NotFound("staff-member", username);
        return view(register.member(username).orElseThrow(() -> new Problem.NotFound("staff-member", username)));
    }

    @GET
    @RolesAllowed({Roles.HR, Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.ADMIN, Roles.AUDIT})
    @Operation(summary = "People of the register, newest first; q is the beginning of the name or user name")
    public Page<StaffView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("unit") String unit,
            @QueryParam("superior") String superior,
            @QueryParam("role") String role,
            @QueryParam("q") String q) {
        register.refuseOffDuty(name());
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

    private String name() {
        return caller.getPrincipal().getName();
    }
}
