package io.gendan.core.comment;

import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import io.gendan.core.http.Idempotent;
import io.gendan.core.http.Language;
import io.gendan.core.people.People;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/comments")
@RolesAllowed(Roles.OF_STAFF)
@Idempotent
@Tag(
        name = "comments",
        description =
                "What staff say and ask about a record (INF-03): seen by those of the staff who may see the record,"
                        + " never by customers")
class CommentResource {
    /**
     * @param recordType such as {@code order}; what else there is, a refusal names
     * @param text plain text, up to 2,000 characters; it is kept as written and never changed
     * @param to whom it is for: a person or a unit; a question needs one
     * @param question whether it is to be answered, by rule comment.answer
     * @param parent the comment on the same record that it replies to; an answer replies to its question
     */
    record Say(
            @NotBlank @Size(max = 40) String recordType,
            @NotNull UUID recordId,
            @NotBlank @Size(max = 2000) String text,
            @Valid Addressee to,
            boolean question,
            UUID parent) {
        String plainText() {
            if (!text.matches("[\\P{Cc}\\n\\r\\t]*")) throw Problem.Invalid.field("text", "plain-text");
            return text.strip();
        }
    }

    @Inject
    CommentCommands commands;

    @Inject
    CommentedRecords records;

    @Inject
    EntityManager entities;

    @Inject
    People people;

    @Context
    HttpHeaders headers;

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(
            summary = "Comment on a record, ask a person or a department, or answer",
            description = "Whoever it is for gets a notice; a question opens a task, due by rule comment.answer. The"
                    + " reply of the one asked, of his superior, of anybody of the unit asked, or of their substitutes is"
                    + " the answer and closes it; replies of others are remarks.")
    public CommentView say(@Valid @NotNull Say request) {
        return commands.say(request).view(people, locale());
    }

    @POST
    @Path("{id}/withdraw")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Take back one's own comment: its text is no longer shown, its place in the thread stays")
    public CommentView withdraw(UUID id) {
        return commands.withdraw(id).view(people, locale());
    }

    @GET
    @Operation(summary = "The comments on a record the caller may see, newest first, with the state of each question")
    public Page<CommentView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("recordType") @NotBlank String recordType,
            @QueryParam("recordId") @NotNull UUID recordId,
            @QueryParam("status") CommentStatus status) {
        records.visible(recordType, recordId);
        Locale locale = locale();
        return new Listing<>(entities, Comment.class)
                .with("about.id", recordId)
                .with("status", status)
                .page(page, comment -> comment.view(people, locale), CommentView::id);
    }

    private Locale locale() {
        return Language.of(headers);
    }
}
