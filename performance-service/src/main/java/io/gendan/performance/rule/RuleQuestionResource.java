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

@Path("/rule-questions")
@RolesAllowed(Roles.OF_STAFF)
@Idempotent
@Tag(name = "rule-questions", description = "Questions and suggestions on a rule, and their answers (SUP-16)")
class RuleQuestionResource {
    record Ask(
            @NotBlank @Size(max = 100) String rule,
            @NotNull RuleQuestion.Kind kind,
            @NotBlank @Size(max = 4000) String text) {}

    record Answer(@NotBlank @Size(max = 4000) String text) {}

    @Inject
    RuleQuestions questions;

    @Inject
    RuleQuestionCommands commands;

    @Inject
    RuleRegister register;

    @Inject
    Acts acts;

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(
            summary = "Ask or suggest something about a rule",
            description = "Who interprets the regulation (rule register.owners) is to answer it in time"
                    + " (rule register.question.answer)")
    public RuleQuestion.View ask(@Valid @NotNull Ask request) {
        return commands.ask(request).view();
    }

    @POST
    @Path("{id}/answer")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(
            summary = "Answer it, once: superiors, legal, HR and who interprets the regulation; not the one who asked")
    public RuleQuestion.View answer(UUID id, @Valid @NotNull Answer request) {
        return commands.answer(id, request.text()).view();
    }

    @GET
    @Path("{id}")
    @Operation(
            summary =
                    "One question: for who asked it, superiors, legal, HR, auditors and who interprets the regulation")
    public RuleQuestion.View read(UUID id) {
        var question = questions.get(id);
        if (!register.isReadableBy(acts.ofCaller(), question.rule(), question.askedBy()))
            throw new Problem.NotFound("rule-question", id);
        return question.view();
    }

    @GET
    @Operation(summary = "Questions the caller may see, newest first; open: those nobody has answered")
    public Page<RuleQuestion.View> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("rule") @Size(max = 100) String rule,
            @QueryParam("open") boolean open) {
        var act = acts.ofCaller();
        var listing = new Listing<>(questions.getEntityManager(), RuleQuestion.class)
                .with("rule", rule)
                .when(":open = true and answeredAt is null", "open", open ? true : null);
        register.limitTo("askedBy = :reader", listing, act);
        return listing.page(page, RuleQuestion::view, RuleQuestion.View::id);
    }
}
