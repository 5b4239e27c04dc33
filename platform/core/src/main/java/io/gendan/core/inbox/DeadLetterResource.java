package io.gendan.core.inbox;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.gendan.core.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/operations/dead-letters")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "operations", description = "For those who run the service; no business content")
class DeadLetterResource {
    /** Where a letter came from and why it was given up; its body stays in Kafka. */
    record DeadLetterView(String topic, String type, String eventId, String reason, Instant givenUpAt) {}

    /** @param letters those not replayed yet, oldest first, at most as many as asked for */
    record DeadLettersView(List<DeadLetterView> letters) {}

    /** @param replayed how many letters went back to the topics they came from */
    record Replayed(int replayed) {}

    @Inject
    DeadLetters letters;

    @GET
    @Operation(summary = "Events given up and not replayed yet")
    public DeadLettersView list(@QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return new DeadLettersView(letters.waiting(limit).stream()
                .map(l -> new DeadLetterView(
                        DeadLetters.header(l, "dead-letter-topic"),
                        DeadLetters.header(l, "ce_type"),
                        DeadLetters.header(l, "ce_id"),
                        DeadLetters.header(l, "dead-letter-reason"),
                        Instant.ofEpochMilli(l.timestamp())))
                .toList());
    }

    @POST
    @Path("replay")
    @Operation(summary = "Put all of them back on the topics they came from")
    public Replayed replay() {
        return new Replayed(letters.replay());
    }
}
