package io.gendan.core.entrusted;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
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
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.core.store.RecordRef;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/entrusted-tasks")
@RolesAllowed(Roles.OF_STAFF)
@Idempotent
@Tag(name = "entrusted-tasks", description = "What superiors entrust their people with, outside the flow (ORG-18)")
class EntrustedTaskResource {
    /** @param recordType such as {@code order}; what else there is, a refusal names */
    record About(
            @NotBlank @Size(max = 40) String recordType,
            @NotNull UUID recordId) {}

    /**
     * @param person whose superior, however far above, the caller is
     * @param due not in the past; ISO 8601 with offset
     * @param about the record it concerns, which the caller may see; left out for none
     */
    record Entrust(
            @NotBlank @Size(max = 64) String person,
            @NotBlank @Size(max = 2000) String text,
            @NotNull OffsetDateTime due,
            @Valid About about) {}

    record ReportResult(@NotBlank @Size(max = 2000) String result) {}

    record GiveBack(@NotBlank @Size(max = 2000) String reason) {}

    /**
     * @param status GIVEN, ACCEPTED, REPORTED, RETURNED or WITHDRAWN
     * @param remarks the result reported, or the reason of the return
     * @param answeredBy who accepted, reported or returned it last: the person or his substitute
     * @param overdueAt when it had not been reported in time; stays for good
     */
    record EntrustedTaskView(
            UUID id,
            int version,
            String number,
            People.Named person,
            People.Named givenBy,
            Instant givenAt,
            String text,
            Instant due,
            RecordRef about,
            String status,
            String remarks,
            People.Named answeredBy,
            Instant answeredAt,
            Instant overdueAt) {}

    @Inject
    EntrustedTaskCommands commands;

    @Inject
    EntityManager entities;

    @Inject
    People people;

    @Inject
    StaffDirectory directory;

    @Inject
    SecurityIdentity caller;

    @Inject
    Clock clock;

    @Context
    HttpHeaders headers;

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Entrust somebody below oneself with a task (ORG-18)")
    public EntrustedTaskView give(@Valid @NotNull Entrust request) {
        return view(commands.give(request));
    }

    @POST
    @Path("{id}/accept")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Accept what one was entrusted with")
    public EntrustedTaskView accept(UUID id) {
        return view(commands.accept(id));
    }

    @POST
    @Path("{id}/report")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Report it done, with the result; the superior is told")
    public EntrustedTaskView report(UUID id, @Valid @NotNull ReportResult request) {
        return view(commands.report(id, request.result()));
    }

    @POST
    @Path("{id}/return")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Give it back with the reason; the superior is told")
    public EntrustedTaskView returnWith(UUID id, @Valid @NotNull GiveBack request) {
        return view(commands.returnWith(id, request.reason()));
    }

    @POST
    @Path("{id}/withdraw")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Withdraw what one has given and was not reported yet; the person is told")
    public EntrustedTaskView withdraw(UUID id) {
        return view(commands.withdraw(id));
    }

    @GET
    @Operation(summary = "What the caller was entrusted with, represents somebody in, or gave; newest first")
    public Page<EntrustedTaskView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("status") EntrustedStatus status,
            @QueryParam("recordId") UUID recordId) {
        String me = caller.getPrincipal().getName();
        var represented = new HashSet<>(directory.representedBy(me, LocalDate.now(clock)));
        represented.add(me);
        return new Listing<>(entities, EntrustedTask.class)
                .when("givenBy = :me or person in :represented", Map.of("me", me, "represented", represented))
                .with("status", status)
                .with("about.id", recordId)
                .page(page, this::view, EntrustedTaskView::id);
    }

    private EntrustedTaskView view(EntrustedTask task) {
        Locale locale = Language.of(headers);
        return task.view(people, locale);
    }
}
