package io.gendan.fulfillment.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.deadline.Deadlines;
import io.gendan.core.deadline.RecordDeadlines;
import io.gendan.core.http.Idempotent;
import io.gendan.core.reassignment.Reassign;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.staff.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/plans")
@RolesAllowed({
    Roles.SALES,
    Roles.LIAISON,
    Roles.MERCH,
    Roles.SUPV,
    Roles.HEAD,
    Roles.LEAD,
    Roles.BIZ,
    Roles.PROD,
    Roles.QC,
    Roles.LOGI,
    Roles.MAT,
    Roles.AUDIT,
    Roles.CUST
})
@Idempotent
@Tag(name = "plans", description = "Team, milestones, progress and quality of every released order (FUL-01..FUL-21)")
class PlanResource {
    /** @param owner the project owner; a plan without one cannot be confirmed (FUL-01) */
    record Team(
            @Size(min = 1, max = 64) String owner,
            @NotNull @Size(max = 100) List<@Valid @NotNull Member> members) {}

    record PlannedMilestone(
            @NotBlank @Size(max = 200) String name,
            @NotNull LocalDate plannedOn,
            @NotBlank @Size(max = 64) String responsible,
            @NotBlank @Size(max = 1000) String criterion) {}

    /** @param milestoneId the milestone it concerns, null for the whole */
    record Progress(
            UUID milestoneId,
            @NotBlank @Size(max = 2000) String text,
            @NotNull @Min(0) @Max(100) Integer percent) {}

    record ProgressView(UUID id, UUID milestoneId, String text, int percent, String reportedBy, Instant at) {}

    /** @param criteria pass or fail of each criterion; one that failed fails the batch */
    record Inspect(
            @NotEmpty @Size(max = 50) Map<@NotBlank @Size(max = 200) String, @NotNull Boolean> criteria,
            @NotBlank @Size(max = 100) String batch,
            @Size(max = 2000) String remarks) {}

    @Inject
    PlanCommands commands;

    @Inject
    Plans plans;

    @Inject
    Viewer viewer;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    @Inject
    Deadlines deadlines;

    @POST
    @Path("{id}/team")
    @RolesAllowed(Roles.HEAD)
    @Operation(summary = "Appoint project owner and team (FUL-01)")
    public PlanView appoint(UUID id, @Valid @NotNull Team team) {
        return view(commands.appoint(id, team));
    }

    @POST
    @Path("{id}/reassign")
    @RolesAllowed({Roles.BIZ, Roles.MERCH, Roles.PROD, Roles.SUPV, Roles.HEAD, Roles.LEAD})
    @Operation(
            summary = "Put another project owner in charge; only superiors of the present one, never himself (ORG-10)",
            description =
                    "Milestones still to be reached, findings still to be put right, open tasks, running deadlines"
                            + " and questions go along, and both are told. A day missed stays missed by who was responsible. The"
                            + " merchandiser is changed on the order, in intake.")
    public PlanView reassign(UUID id, @Valid @NotNull Reassign request) {
        return view(commands.reassign(id, request));
    }

    @PUT
    @Path("{id}/milestones")
    @RolesAllowed({Roles.MERCH, Roles.BIZ})
    @Operation(summary = "Set the milestones, until the plan is confirmed (FUL-02)")
    public PlanView schedule(UUID id, @NotNull @Size(max = 100) List<@Valid @NotNull PlannedMilestone> milestones) {
        return view(commands.schedule(id, milestones));
    }

    @POST
    @Path("{id}/confirm")
    @RolesAllowed(Roles.HEAD)
    @Operation(summary = "Confirm the plan: owner and milestones are there (FUL-01, FUL-02)")
    public PlanView confirm(UUID id) {
        return view(commands.confirm(id));
    }

    @POST
    @Path("{id}/start")
    @RolesAllowed(Roles.MERCH)
    @Operation(summary = "Start the work; progress is due at regular intervals from now on (FUL-08)")
    public PlanView start(UUID id) {
        return view(commands.start(id));
    }

    @POST
    @Path("{id}/progress")
    @RolesAllowed({Roles.MERCH, Roles.BIZ, Roles.PROD})
    @Operation(summary = "Report progress (FUL-08)")
    public PlanView progress(UUID id, @Valid @NotNull Progress progress) {
        return view(commands.progress(id, progress));
    }

    @POST
    @Path("{id}/milestones/{milestone}/reach")
    @RolesAllowed({Roles.MERCH, Roles.BIZ, Roles.PROD, Roles.QC, Roles.LOGI, Roles.MAT})
    @Operation(summary = "Report a milestone reached: the person responsible, or MERCH, BIZ, PROD (FUL-02)")
    public PlanView reach(UUID id, UUID milestone) {
        return view(commands.reach(id, milestone));
    }

    @POST
    @Path("{id}/inspections")
    @RolesAllowed(Roles.QC)
    @Operation(summary = "Record the inspection of a batch (FUL-21)")
    public PlanView inspect(UUID id, @Valid @NotNull Inspect inspection) {
        return view(commands.inspect(id, inspection));
    }

    @POST
    @Path("{id}/produced")
    @RolesAllowed(Roles.MERCH)
    @Operation(summary = "Say that everything is made; refused without a passed inspection (FUL-21)")
    public PlanView produced(UUID id) {
        return view(commands.produced(id));
    }

    @POST
    @Path("{id}/close")
    @RolesAllowed(Roles.MERCH)
    @Operation(summary = "Close the plan after acceptance (FUL-35)")
    public PlanView close(UUID id) {
        return view(commands.close(id));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One plan; the customer sees states, dates and quality of his own (INF-01, INF-10)")
    public PlanView read(UUID id) {
        return view(viewer.mayRead(plans.get(id)));
    }

    @GET
    @Operation(
            summary = "Plans the caller may see, newest first; overdue: those whose progress report is overdue;"
                    + " told: those this person has been told to see to for that (FUL-08); atRisk: those AT_RISK or LATE"
                    + " (INF-09)")
    public Page<PlanView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("status") PlanStatus status,
            @QueryParam("orderId") UUID orderId,
            @QueryParam("merchandiser") @Size(max = 64) String merchandiser,
            @QueryParam("told") @Size(max = 64) String told,
            @QueryParam("overdue") boolean overdue,
            @QueryParam("atRisk") boolean atRisk) {
        var listing = viewer.restrict(new Listing<>(plans.getEntityManager(), Plan.class));
        if (atRisk) listing.when("status in (AT_RISK, LATE)", Map.of());
        var found = listing.with("status", status)
                .with("orderId", orderId)
                .with("merchandiser", merchandiser)
                .with("progress.told", told)
                .when(
                        "status in (RUNNING, AT_RISK, LATE, PRODUCED) and progress.due < :now",
                        "now",
                        overdue ? acts.ofCaller().at() : null)
                .page(page, plan -> plan, Plan::id);
        var known = deadlines.of(found.items().stream().map(Plan::id).toList());
        return found.map(plan -> view(plan, known));
    }

    @GET
    @Path("{id}/progress")
    @RolesAllowed({
        Roles.SALES,
        Roles.LIAISON,
        Roles.MERCH,
        Roles.SUPV,
        Roles.HEAD,
        Roles.LEAD,
        Roles.BIZ,
        Roles.PROD,
        Roles.QC,
        Roles.LOGI,
        Roles.MAT,
        Roles.AUDIT
    })
    @Operation(summary = "Progress reported, newest first (FUL-08)")
    public Page<ProgressView> progress(UUID id, @Valid @BeanParam Page.Request page) {
        viewer.mayRead(plans.get(id));
        return new Listing<>(plans.getEntityManager(), ProgressEntry.class)
                .with("planId", id)
                .page(page, ProgressEntry::view, ProgressView::id);
    }

    private PlanView view(Plan plan) {
        return view(plan, deadlines.of(plan.id()));
    }

    private PlanView view(Plan plan, RecordDeadlines known) {
        PlanView whole = plan.view(acts.ofCaller().at(), calendars.today(), known);
        return viewer.isCustomer() ? whole.forCustomer() : whole;
    }
}
