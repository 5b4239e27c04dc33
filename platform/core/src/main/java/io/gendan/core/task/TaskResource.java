package io.gendan.core.task;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import io.gendan.core.http.Language;
import io.gendan.core.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/tasks")
@RolesAllowed(Roles.OF_STAFF)
@Tag(name = "tasks", description = "What waits for the caller, and what was done (INF-09)")
class TaskResource {
    @Inject
    TaskQueries queries;

    @Inject
    SecurityIdentity caller;

    @Context
    HttpHeaders headers;

    @GET
    @Operation(
            summary =
                    "What waits for the caller, earliest due first; with done=true what was closed, last closed first",
            description = "His own tasks, those of the roles he holds and of his unit, and those of the people he"
                    + " represents today (ORG-12). after is the next of the page before.")
    public TaskQueries.TaskPage list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("after") @Size(max = 100) String after,
            @QueryParam("done") boolean done,
            @QueryParam("kind") @Size(max = 40) String kind,
            @QueryParam("overdue") Boolean overdue,
            @QueryParam("recordId") UUID recordId) {
        var filter = new TaskQueries.Filter(kind, overdue, recordId);
        var cursor = after == null ? null : TaskCursor.parse(after);
        var locale = Language.of(headers);
        return done
                ? queries.closed(me(), filter, limit, cursor, locale)
                : queries.waiting(me(), filter, limit, cursor, locale);
    }

    @GET
    @Path("counts")
    @Operation(summary = "How much waits for the caller: overdue, due today, later, and of each kind")
    public TaskQueries.TaskCounts counts() {
        return queries.counts(me());
    }

    private String me() {
        return caller.getPrincipal().getName();
    }
}
