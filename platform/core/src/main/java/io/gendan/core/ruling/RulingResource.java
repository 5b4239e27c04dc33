package io.gendan.core.ruling;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/rulings")
@RolesAllowed({Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.HR, Roles.AUDIT})
@Tag(name = "rulings", description = "What the rules decided, with version, clause, inputs and outcome (SUP-18)")
class RulingResource {
    @Inject
    EntityManager entities;

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

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
