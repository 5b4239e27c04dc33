package io.gendan.performance.rule;

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

import io.gendan.core.act.Acts;
import io.gendan.core.http.Idempotent;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/rule-proposals")
@RolesAllowed(Roles.OF_STAFF)
@Idempotent
@Tag(
        name = "rule-proposals",
        description = "What is to be better in a rule: proposed, decided, and once adopted a new version (SUP-15)")
class RuleProposalResource {
    /**
     * @param questionId the suggestion on the rule it comes from, of the caller or of a regulation he looks after
     * @param evaluationId the evaluation of the process it comes from
     */
    record Propose(
            @NotBlank @Size(max = 100) String rule,
            @NotBlank @Size(max = 4000) String text,
            UUID questionId,
            UUID evaluationId) {}

    /** @param versionId the version of the rule, drafted or further, that comes of it */
    record Adopt(
            @NotNull UUID versionId,
            @NotBlank @Size(max = 2000) String reason) {}

    record Decline(@NotBlank @Size(max = 2000) String reason) {}

    @Inject
    RuleProposals proposals;

    @Inject
    RuleProposalCommands commands;

    @Inject
    RuleRegister register;

    @Inject
    Acts acts;

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(
            summary = "Propose a change of a rule",
            description = "Who interprets the regulation (rule register.owners) is to decide on it in time"
                    + " (rule register.question.answer)")
    public RuleProposal.View propose(@Valid @NotNull Propose request) {
        return commands.propose(new RuleProposal.Content(
                        request.rule(), request.text(), request.questionId(), request.evaluationId()))
                .view();
    }

    @POST
    @Path("{id}/adopt")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(
            summary = "Adopt it, with the version that comes of it; who interprets the regulation or approves versions",
            description = "The version is drafted first, and goes its own way over legal and the leader in charge")
    public RuleProposal.View adopt(UUID id, @Valid @NotNull Adopt request) {
        return commands.decide(id, request.versionId(), request.reason()).view();
    }

    @POST
    @Path("{id}/decline")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Decline it with a reason; who interprets the regulation or approves versions")
    public RuleProposal.View decline(UUID id, @Valid @NotNull Decline request) {
        return commands.decide(id, null, request.reason()).view();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One proposal: for who made it, superiors, legal, HR and auditors")
    public RuleProposal.View read(UUID id) {
        var proposal = proposals.get(id);
        if (!register.isReadableBy(acts.ofCaller(), proposal.rule(), proposal.proposedBy()))
            throw new Problem.NotFound("rule-proposal", id);
        return proposal.view();
    }

    @GET
    @Operation(summary = "Proposals the caller may see, newest first")
    public Page<RuleProposal.View> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("rule") @Size(max = 100) String rule,
            @QueryParam("status") RuleProposalStatus status) {
        var act = acts.ofCaller();
        var listing = new Listing<>(proposals.getEntityManager(), RuleProposal.class)
                .with("rule", rule)
                .with("status", status);
        register.limitTo("proposedBy = :reader", listing, act);
        return listing.page(page, RuleProposal::view, RuleProposal.View::id);
    }
}
