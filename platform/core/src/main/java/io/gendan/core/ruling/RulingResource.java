package io.gendan.core.ruling;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.rulebook.Outcome;
import io.gendan.rulebook.Ruling;
import io.gendan.rulebook.Scope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/rulings")
@RolesAllowed({Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.HR, Roles.AUDIT})
@Tag(name = "rulings", description = "What the rules decided, with version, clause, inputs and outcome (SUP-18)")
class RulingResource {
    @Inject
    EntityManager entities;

    @Inject
    Replays replays;

    @GET
    @Operation(
            summary = "Rulings, newest first, by record, person, rule, outcome, clause and period",
            description = "clause is cited as in 000 §3.1; from (inclusive) and until (exclusive) are ISO 8601 times"
                    + " with offset")
    public Page<Ruling> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("recordId") UUID recordId,
            @QueryParam("actor") String actor,
            @QueryParam("rule") String rule,
            @QueryParam("outcome") Outcome outcome,
            @QueryParam("clause") String clause,
            @QueryParam("from") OffsetDateTime from,
            @QueryParam("until") OffsetDateTime until) {
        String[] cited = clause == null ? new String[2] : clause.split(" *§ *", 2);
        if (cited.length < 2) throw Problem.Invalid.field("clause", "citation");
        return new Listing<>(entities, RulingEntry.class)
                .with("recordId", recordId)
                .with("actor", actor)
                .with("rule", rule)
                .with("outcome", outcome)
                .with("regulation", cited[0])
                .with("clause", cited[1])
                .when("at >= :from", "from", instant(from))
                .when("at < :until", "until", instant(until))
                .page(page, RulingEntry::toRuling, Ruling::id);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One ruling")
    public Ruling read(UUID id) {
        return replays.get(id);
    }

    @GET
    @Path("{id}/replay")
    @Operation(
            summary = "Take the decision again with the inputs the ruling kept (SUP-18)",
            description = "Under the version that decided, which comes to the same outcome; or under another version of"
                    + " the rule, named by number and, where it is not the company's, by profile or unit. Deadlines,"
                    + " refusals and permissions can be replayed; what a rule marked or computed cannot.")
    public Replays.Replay replay(
            UUID id,
            @QueryParam("version") @Positive Integer version,
            @QueryParam("profile") String profile,
            @QueryParam("unit") String unit) {
        return version == null ? replays.replay(id) : replays.replayUnder(id, version, Scope.of(profile, unit));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
