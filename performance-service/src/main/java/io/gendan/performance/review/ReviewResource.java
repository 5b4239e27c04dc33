package io.gendan.performance.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
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

import io.gendan.core.http.Idempotent;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.performance.facts.Fact;
import io.gendan.rulebook.ReviewRules.Kpi;
import io.quarkus.security.Authenticated;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/reviews")
@Idempotent
@Tag(name = "reviews", description = "Reviews of staff, computed from what happened (PER-16..PER-20, SEC-22)")
class ReviewResource {
    /**
     * @param period such as {@code 2026-Q4}, after rule {@code review.cycle}
     * @param upTo where to cut the data off before the period is over; now or the period's end where it is left out
     */
    record OpenReview(
            @NotBlank @Size(max = 10) String period,
            @NotBlank @Size(max = 20) String unit,
            OffsetDateTime upTo) {}

    record SelfAssessment(@NotBlank @Size(max = 4000) String text) {}

    record HeadReview(@NotBlank @Size(max = 4000) String comments) {}

    /**
     * @param dataUntil the moment of freezing: what happened then or later is not counted
     * @param interim whether the data were frozen before the period was over
     * @param results those the reader may see; left out in lists
     */
    record ReviewView(
            UUID id,
            int version,
            String period,
            String unit,
            String status,
            Instant periodBegins,
            Instant periodEnds,
            Instant dataUntil,
            boolean interim,
            int kpiSetVersion,
            int bandsVersion,
            int people,
            String openedBy,
            Instant openedAt,
            String headComments,
            String headReviewedBy,
            Instant headReviewedAt,
            String hrCheckedBy,
            Instant hrCheckedAt,
            String publishedBy,
            Instant publishedAt,
            List<ResultView> results) {}

    /** @param score and {@code grade}: null where no KPI of the role has a value */
    record ResultView(
            UUID id,
            UUID reviewId,
            String username,
            String name,
            String role,
            BigDecimal score,
            String grade,
            List<KpiResult> kpis,
            String selfAssessment,
            Instant selfAssessedAt) {}

    @Inject
    ReviewCommands commands;

    @Inject
    ReviewReader reader;

    @Inject
    Reviews reviews;

    @Inject
    Measurements measurements;

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.HEAD, Roles.LEAD, Roles.SUPV})
    @Operation(
            summary = "Open the review of a unit; all figures are computed at once (PER-16, PER-18, PER-20)",
            description = "Only the head of the unit, and not for himself. Data are frozen at the end of the period or,"
                    + " while it runs, at the moment of opening or at an earlier upTo; such a review is marked interim,"
                    + " and there may be any number. Facts count by the time of their event, from the beginning of the"
                    + " period until before dataUntil. Rounding: the value of a rate or mean, the points of a KPI and the"
                    + " composite score are each rounded half up to two places, once; points are computed from the"
                    + " rounded value, the score from the rounded points, the grade from the rounded score. A rate or"
                    + " mean without any case has no value: the KPI is left out and the other weights are scaled up to"
                    + " 100, that is score = Σ weight × points ÷ Σ weight over the KPIs with a value.")
    public ReviewView open(@Valid @NotNull OpenReview request) {
        return reader.read(commands.open(request).id());
    }

    @POST
    @Path("{id}/self-assessment")
    @Authenticated
    @Operation(
            summary = "Say something on one's own result, before the head's review; nobody has to",
            description = "For every person the review is about; for others the review is not there.")
    public ReviewView assessOneself(UUID id, @Valid @NotNull SelfAssessment request) {
        return reader.read(commands.assessOneself(id, request.text()).id());
    }

    @POST
    @Path("{id}/head-review")
    @RolesAllowed({Roles.HEAD, Roles.LEAD, Roles.SUPV})
    @Operation(summary = "Give the head's opinion on the results (PER-18)")
    public ReviewView reviewAsHead(UUID id, @Valid @NotNull HeadReview request) {
        return reader.read(commands.reviewAsHead(id, request.comments()).id());
    }

    @POST
    @Path("{id}/hr-check")
    @RolesAllowed(Roles.HR)
    @Operation(summary = "Check the review; nobody who is part of it (PER-18)")
    public ReviewView checkAsHr(UUID id) {
        return reader.read(commands.checkAsHr(id).id());
    }

    @POST
    @Path("{id}/publish")
    @RolesAllowed(Roles.HR)
    @Operation(summary = "Publish the review (PER-20); each person's result stays between him and those of SEC-22")
    public ReviewView publish(UUID id) {
        return reader.read(commands.publish(id).id());
    }

    @GET
    @Authenticated
    @Operation(
            summary = "Reviews the caller may see, newest first, without results",
            description = "HR, AUDIT and LEAD see all; others those with their own result or one of their people.")
    public Page<ReviewView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("period") String period,
            @QueryParam("unit") String unit,
            @QueryParam("status") ReviewStatus status) {
        return reader.restrict(new Listing<>(reviews.getEntityManager(), Review.class))
                .with("period", period)
                .with("unit", unit)
                .with("status", status)
                .page(page, review -> review.view(null), ReviewView::id);
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(summary = "One review with the results the caller may see (SEC-22)")
    public ReviewView read(UUID id) {
        return reader.read(id);
    }

    @GET
    @Path("{id}/results/{username}")
    @Authenticated
    @Operation(summary = "One person's result: for the person, his superiors, HR, the auditor and the leader (SEC-22)")
    public ResultView readResult(UUID id, String username) {
        return reader.result(id, username).view();
    }

    @GET
    @Path("{id}/results/{username}/kpis/{kpi}/facts")
    @Authenticated
    @Operation(summary = "The facts one KPI was computed from, with the records they are about (PER-17)")
    public Page<Fact> readFacts(UUID id, String username, String kpi, @Valid @BeanParam Page.Request page) {
        String role = reader.result(id, username).role();
        Kpi wanted = Arrays.stream(Kpi.values())
                .filter(known -> known.code().equals(kpi))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("kpi", kpi));
        List<Fact> found = measurements.facts(id, username, Figures.measures(wanted, role), page.after, page.limit + 1);
        return Page.of(found, page.limit, Fact::id);
    }
}
