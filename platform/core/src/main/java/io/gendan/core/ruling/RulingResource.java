package io.gendan.core.ruling;

import java.time.Duration;
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

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.rulebook.KeptInputs.Level;
import io.gendan.rulebook.Outcome;
import io.gendan.rulebook.Ruling;
import io.gendan.rulebook.Scope;
import io.gendan.rulebook.SecurityRules;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/rulings")
@RolesAllowed({Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.HR, Roles.AUDIT})
@Tag(name = "rulings", description = "What the rules decided, with version, clause, inputs and outcome (SUP-18)")
class RulingResource {
    /** An id carries the moment of its act; those of earlier releases came while the act went on. */
    private static final Duration LATEST_ID = Duration.ofMinutes(10);

    @Inject
    EntityManager entities;

    @Inject
    Acts acts;

    @Inject
    Replays replays;

    @GET
    @Operation(
            summary = "Rulings, newest first, by record, person, rule, outcome, clause and period",
            description = "All of these may be given together. clause is cited as in 000 §3.1; from (inclusive) and"
                    + " until (exclusive) are ISO 8601 times with offset. Inputs above the caller's level are shown"
                    + " as *** (SEC-02; rule security.clearance).")
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
        Level level = clearance();
        return new Listing<>(entities, RulingEntry.class)
                .with("recordId", recordId)
                .with("actor", actor)
                .with("rule", rule)
                .with("outcome", outcome)
                .with("regulation", cited[0])
                .with("clause", cited[1])
                .when("id >= :firstId", "firstId", from == null ? null : Ids.first(from.toInstant()))
                .when("at >= :from", "from", instant(from))
                .when(
                        "id < :lastId",
                        "lastId",
                        until == null ? null : Ids.first(until.toInstant().plus(LATEST_ID)))
                .when("at < :until", "until", instant(until))
                .page(page, entry -> entry.toRuling().seenAt(level), Ruling::id);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One ruling")
    public Ruling read(UUID id) {
        return replays.get(id).seenAt(clearance());
    }

    @GET
    @Path("{id}/replay")
    @Operation(
            summary = "Take the decision again with the inputs the ruling kept (SUP-18)",
            description = "Under the version that decided, which comes to the same outcome; or under another version of"
                    + " the rule, named by number and, where it is not the company's, by profile or unit. found says"
                    + " what the rule marks or computes in the replay.")
    public Replays.Replay replay(
            UUID id,
            @QueryParam("version") @Positive Integer version,
            @QueryParam("profile") String profile,
            @QueryParam("unit") String unit) {
        var replay = version == null ? replays.replay(id) : replays.replayUnder(id, version, Scope.of(profile, unit));
        return replay.seenAt(clearance());
    }

    /** Up to which level the caller sees what a ruling was made from (SEC-02). */
    private Level clearance() {
        Act act = acts.ofCaller();
        return act.rule(SecurityRules.CLEARANCE, Scope.COMPANY).parameters().of(act.roles());
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
