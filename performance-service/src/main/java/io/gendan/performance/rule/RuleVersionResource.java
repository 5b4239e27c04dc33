package io.gendan.performance.rule;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.gendan.core.act.Acts;
import io.gendan.core.http.Idempotent;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/rule-versions")
@RolesAllowed(Roles.OF_STAFF)
@Idempotent
@Tag(
        name = "rule-versions",
        description = "New versions of rules: drafted, approved by the leader in charge, published, in force from a"
                + " future moment on, superseded (SUP-13, SUP-18). No past decision changes.")
class RuleVersionResource {
    /**
     * What a version says.
     *
     * @param values parameters as regulations write them, {@code {"limit": "1 wd"}}; what is left out stays as it is
     * @param endsException instead of values: the profile or unit has none of its own any more
     * @param concerns roles whose people, within the scope, are to confirm having read it (SUP-17); none by default
     * @param effectiveFrom from when on it governs acts; in the future
     */
    record Content(
            @Size(min = 1, max = 50) Map<@NotBlank String, Object> values,
            boolean endsException,
            @NotNull OffsetDateTime effectiveFrom,
            @NotBlank @Size(max = 2000) String reason,
            @Size(max = 30) Set<@NotBlank @Size(max = 20) String> concerns) {}

    /** @param profile whom it is for, with {@code unit}: one of them, or neither for the company */
    record Draft(
            @NotBlank @Size(max = 100) String rule,
            @Size(min = 1, max = 50) String profile,
            @Size(min = 1, max = 20) String unit,
            @Valid @NotNull Content content) {}

    record Return(@NotBlank @Size(max = 2000) String remarks) {}

    @Inject
    RuleCommands commands;

    @Inject
    RuleRegister register;

    @Inject
    RuleReadings readings;

    @Inject
    Acts acts;

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.HR})
    @Operation(summary = "Draft a version of a rule for the company, a profile or a unit (SUP-13, SUP-18)")
    public RegisteredVersionView draft(@Valid @NotNull Draft draft) {
        return commands.draft(draft).view();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.HR})
    @Operation(summary = "Write the draft anew; its author")
    public RegisteredVersionView redraft(UUID id, @Valid @NotNull Content content) {
        return commands.redraft(id, content).view();
    }

    @POST
    @Path("{id}/submit")
    @RolesAllowed({Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.HR})
    @Operation(summary = "Ask legal for a review and the leader in charge for approval; its author")
    public RegisteredVersionView submit(UUID id) {
        return commands.submit(id).view();
    }

    @POST
    @Path("{id}/approve")
    @RolesAllowed({Roles.LEAD, Roles.HEAD, Roles.LEGAL})
    @Operation(
            summary = "Agree to it; whose turn it is (SUP-13)",
            description = "Who may is itself a rule, register.approval: legal reviews it, then the leader in charge"
                    + " approves it, and never its author. With the last of them it is published, and every service"
                    + " goes by it within five seconds, from its date on. /approvals?recordId=… shows how far it is.")
    public RegisteredVersionView approve(UUID id) {
        return commands.approve(id).view();
    }

    @POST
    @Path("{id}/return")
    @RolesAllowed({Roles.LEAD, Roles.HEAD, Roles.LEGAL})
    @Operation(summary = "Return it to its author with remarks; whose turn it is")
    public RegisteredVersionView returnWith(UUID id, @Valid @NotNull Return request) {
        return commands.returnWith(id, request.remarks()).view();
    }

    @POST
    @Path("{id}/withdraw")
    @RolesAllowed({Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.HR})
    @Operation(summary = "Give it up before it is published; its author")
    public RegisteredVersionView withdraw(UUID id) {
        return commands.withdraw(id).view();
    }

    @POST
    @Path("{id}/read")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Confirm having read a version that concerns the caller (SUP-17)")
    public RegisteredVersionView confirmReading(UUID id) {
        return commands.confirmReading(id).view();
    }

    @GET
    @Path("unread")
    @Operation(summary = "Versions that concern the caller and that he has not confirmed, newest first (SUP-17)")
    public Page<RegisteredVersionView> unread(@Valid @BeanParam Page.Request page) {
        var unread = readings.unreadBy(acts.ofCaller().by(), page).stream()
                .map(id -> register.get(id).view())
                .toList();
        return Page.of(unread, page.limit, RegisteredVersionView::id);
    }

    @GET
    @Path("{id}/readers")
    @RolesAllowed({Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.HR, Roles.AUDIT})
    @Operation(summary = "Those a version concerns today, and when each confirmed having read it (SUP-17)")
    public Page<RuleReadings.Reader> readers(UUID id, @Valid @BeanParam Page.Request page) {
        register.get(id);
        return Page.of(readings.of(id, page), page.limit, RuleReadings.Reader::staffId);
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "One version, with what it changes",
            description =
                    "A draft is read by its author, superiors, legal, HR, auditors and who interprets the regulation only")
    public RegisteredVersionView read(UUID id) {
        var version = register.get(id);
        if (!register.isReadableBy(acts.ofCaller(), version)) throw new Problem.NotFound("rule-version", id);
        return version.view();
    }

    @GET
    @Operation(
            summary = "Versions, newest first",
            description =
                    "Drafts only for their author, superiors, legal, HR, auditors and who interprets the regulation")
    public Page<RegisteredVersionView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("rule") @Size(max = 100) String rule,
            @QueryParam("status") VersionStatus status,
            @QueryParam("unit") @Size(max = 20) String unit,
            @QueryParam("profile") @Size(max = 50) String profile) {
        var act = acts.ofCaller();
        var listing = new Listing<>(register.getEntityManager(), RegisteredVersion.class)
                .with("rule", rule)
                .with("status", status)
                .with("unit", unit)
                .with("profile", profile);
        register.limitTo("number is not null or author = :reader", listing, act);
        return listing.page(page, RegisteredVersion::view, RegisteredVersionView::id);
    }
}
