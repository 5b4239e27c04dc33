package io.gendan.core.approval;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/approvals")
@RolesAllowed(Roles.OF_STAFF)
@Idempotent
@Tag(name = "approvals", description = "Who has to agree to what, and what he said (QUO-16, INT-18, CON-06, CON-08)")
class ApprovalResource {
    /**
     * @param checksum of the content that was read; without one the content as it stands is meant
     * @param text may be null
     */
    record Approve(
            @Size(max = 64) String checksum,
            @Size(max = 2000) String text) {}

    /** @param checksum as in an approval */
    record Return(
            @Size(max = 64) String checksum,
            @NotEmpty @Size(max = 100) List<@Valid @NotNull Remark> remarks) {}

    record Withdraw(@NotBlank @Size(max = 2000) String reason) {}

    record Delegate(
            @NotBlank @Size(max = 64) String to,
            @NotBlank @Size(max = 2000) String reason) {}

    record AddApprover(
            @NotBlank @Size(max = 64) String username,
            @NotBlank @Size(max = 2000) String reason) {}

    /** What happened, oldest first; later lines are added, none is changed. */
    record Protocol(UUID id, String recordType, UUID recordId, String record, String status, List<Entry> entries) {}

    @Inject
    ApprovalCommands commands;

    @Inject
    Approvals approvals;

    @Inject
    SecurityIdentity caller;

    @GET
    @Operation(
            summary = "Approvals, newest first: of a record, those that wait for the caller, or those he has a part in",
            description =
                    "recordId asks for all of one record; waitingForMe for those the caller may decide now, also as"
                            + " a substitute (ORG-12). Without either: those the caller has a part in; the leader in charge, HR"
                            + " and the supervision group see all, so that STUCK ones are found.")
    public Page<ApprovalView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("recordId") UUID recordId,
            @QueryParam("waitingForMe") boolean waitingForMe,
            @QueryParam("status") ApprovalStatus status) {
        var listing = new Listing<>(approvals.getEntityManager(), Approval.class)
                .with("about.id", recordId)
                .with("status", status);
        if (waitingForMe) listing.when("status = 'OPEN' and array_contains(waiting, :me)", "me", name());
        else if (recordId != null) requireReadable(recordId);
        else if (!seesAll()) listing.when("array_contains(involved, :me)", "me", name());
        return listing.page(page, ApprovalView::of, ApprovalView::id);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One approval: its steps, whom they ask and who has agreed")
    public ApprovalView read(UUID id) {
        return ApprovalView.of(readable(id));
    }

    @GET
    @Path("{id}/protocol")
    @Operation(summary = "What happened: who decided what for whom and when, on which content, with which remarks")
    public Protocol protocol(UUID id) {
        Approval approval = readable(id);
        var about = approval.about();
        return new Protocol(
                id, about.type(), about.id(), about.label(), approval.status().name(), approval.protocol());
    }

    @POST
    @Path("{id}/approve")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Agree, for oneself or for whom one stands in; refused where the content is not what was read")
    public ApprovalView approve(UUID id, @Valid @NotNull Approve request) {
        return ApprovalView.of(commands.approve(id, request.checksum(), request.text()));
    }

    @POST
    @Path("{id}/return")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Send it back to its authors, with remarks by field or clause (QUO-16, CON-06)")
    public ApprovalView giveBack(UUID id, @Valid @NotNull Return request) {
        return ApprovalView.of(commands.giveBack(id, request.checksum(), request.remarks()));
    }

    @POST
    @Path("{id}/withdraw")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Take it back; only one of its authors")
    public ApprovalView withdraw(UUID id, @Valid @NotNull Withdraw request) {
        return ApprovalView.of(commands.withdraw(id, request.reason()));
    }

    @POST
    @Path("{id}/delegate")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Hand one's decision in this step on to somebody whom the plan would have, with a reason")
    public ApprovalView delegate(UUID id, @Valid @NotNull Delegate request) {
        return ApprovalView.of(commands.delegate(id, request.to(), request.reason()));
    }

    @POST
    @Path("{id}/add-approver")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(
            summary = "Have somebody agree in addition; where nobody was found, name an approver",
            description =
                    "While it is OPEN whoever is asked adds another, who then has to agree in any case. While it is"
                            + " STUCK the leader in charge or HR names one, never an author.")
    public ApprovalView addApprover(UUID id, @Valid @NotNull AddApprover request) {
        return ApprovalView.of(commands.addApprover(id, request.username(), request.reason()));
    }

    private Approval readable(UUID id) {
        Approval approval = approvals.get(id);
        if (!seesAll() && !approval.involves(name()) && !approvals.mayRead(approval))
            throw new Problem.NotFound(approval.recordType(), id);
        return approval;
    }

    private void requireReadable(UUID recordId) {
        approvals.newestOf(recordId).ifPresent(approval -> readable(approval.id()));
    }

    private boolean seesAll() {
        return caller.hasRole(Roles.LEAD) || caller.hasRole(Roles.HR) || caller.hasRole(Roles.AUDIT);
    }

    private String name() {
        return caller.getPrincipal().getName();
    }
}
