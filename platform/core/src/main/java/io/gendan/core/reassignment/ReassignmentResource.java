package io.gendan.core.reassignment;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.core.store.RecordRef;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/reassignments")
@RolesAllowed(Roles.OF_STAFF)
@Idempotent
@Tag(name = "reassignments", description = "Work that goes from one person to another, given by his superior (ORG-10)")
class ReassignmentResource {
    private static final int PAGE = 50;

    /**
     * @param from user name of the person whose open work is given away, on duty or not
     * @param to user name of the successor
     * @param limit how many records at most, from 1 to 200; 50 where it is left out
     * @param after cursor of the answer before; left out for the beginning
     */
    record GiveAll(
            @NotBlank @Size(max = 64) String from,
            @NotBlank @Size(max = 64) String to,
            @NotBlank @Size(max = 2000) String reason,
            @Min(1) @Max(200) Integer limit,
            @Size(max = 100) String after) {}

    /**
     * @param part in the record, such as {@code order-taker}
     * @param former who was in charge, {@code successor} who is since
     * @param standsInFor the superior in whose place it was given, null for in one's own right (ORG-12)
     * @param along what waited for the former one and went along
     */
    record ReassignmentView(
            UUID id,
            String part,
            RecordRef record,
            People.Named former,
            People.Named successor,
            String reason,
            People.Named givenBy,
            People.Named standsInFor,
            Instant givenAt,
            MovedAlong along) {}

    @Inject
    Successions successions;

    @Inject
    Reassignments reassignments;

    @Inject
    People people;

    @Inject
    SecurityIdentity caller;

    @Context
    HttpHeaders headers;

    @POST
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(
            summary = "Give everything open of a person in this service to a successor; only his superiors (ORG-10)",
            description = "For who leaves or is away for long. Each record is decided on for itself: the answer says"
                    + " which were given and which were refused and why. Up to limit at a time; next says where to go on,"
                    + " and asking again from the beginning finds what is still there.")
    public Successions.Outcome giveAll(@Valid @NotNull GiveAll request) {
        var all = new Reassign(request.from(), request.to(), request.reason());
        return successions.giveAll(all, request.after(), request.limit() == null ? PAGE : request.limit(), locale());
    }

    @GET
    @Operation(
            summary = "What was given, newest first: by the caller, to him or from him; all to leaders, HR and AUDIT",
            description = "recordId asks for one record, person for what somebody gave, got or lost.")
    public Page<ReassignmentView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("recordId") UUID recordId,
            @QueryParam("person") @Size(max = 64) String person) {
        return new Listing<>(reassignments.getEntityManager(), Reassignment.class)
                .when(
                        concerns("me"),
                        "me",
                        seesAll() ? null : caller.getPrincipal().getName())
                .when(concerns("person"), "person", person)
                .with("about.id", recordId)
                .page(page, given -> given.view(people, locale()), ReassignmentView::id);
    }

    private boolean seesAll() {
        return caller.hasRole(Roles.LEAD) || caller.hasRole(Roles.HR) || caller.hasRole(Roles.AUDIT);
    }

    private Locale locale() {
        return Language.of(headers);
    }

    private static String concerns(String parameter) {
        return "givenBy = :%1$s or former = :%1$s or successor = :%1$s".formatted(parameter);
    }
}
