package io.gendan.performance.rule;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.gendan.core.act.Acts;
import io.gendan.core.http.Idempotent;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.performance.staff.StaffRegister;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/regulation-reviews")
@RolesAllowed(Roles.OF_STAFF)
@Idempotent
@Tag(
        name = "regulation-reviews",
        description =
                "Each regulation is looked through again at an interval (SUP-14; rule rule.review.interval), and the"
                        + " process that it orders is evaluated (SUP-15; rule process.review.interval)")
class RegulationReviewResource {
    /** @param versionId the draft of the new version, where that is the outcome */
    record Conclude(
            @NotNull RegulationReview.Outcome outcome,
            @NotBlank @Size(max = 2000) String remarks,
            UUID versionId) {}

    @Inject
    RegulationReviews reviews;

    @Inject
    RuleRegister register;

    @Inject
    StaffRegister staff;

    @Inject
    Acts acts;

    @POST
    @Path("{id}/conclude")
    @RolesAllowed(Roles.OF_STAFF)
    @Transactional
    @Operation(
            summary = "Say what came of it; who interprets the regulation (rule register.owners)",
            description = "KEPT, NEW_VERSION with its draft, or WITHDRAWN. The next review is planned with it.")
    public RegulationReview.View conclude(UUID id, @Valid @NotNull Conclude request) {
        var act = acts.ofCaller();
        staff.refuseOffDuty(act.by());
        if (request.versionId() != null
                && register.findByIdOptional(request.versionId()).isEmpty())
            throw Problem.Invalid.field("versionId", "does-not-exist");
        return reviews.conclude(id, request.outcome(), request.remarks(), request.versionId(), act)
                .view();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One review of a regulation")
    public RegulationReview.View read(UUID id) {
        return reviews.get(id).view();
    }

    @GET
    @Operation(summary = "Reviews of regulations, newest first")
    public Page<RegulationReview.View> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("regulation") @Size(max = 20) String regulation,
            @QueryParam("kind") RegulationReview.Kind kind,
            @QueryParam("status") RegulationReviewStatus status) {
        return new Listing<>(reviews.getEntityManager(), RegulationReview.class)
                .with("regulation", regulation)
                .with("kind", kind)
                .with("status", status)
                .page(page, RegulationReview::view, RegulationReview.View::id);
    }
}
