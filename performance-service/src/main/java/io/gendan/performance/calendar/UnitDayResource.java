package io.gendan.performance.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

import io.gendan.core.http.Idempotent;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.rulebook.StaffRules;
import io.gendan.rulebook.TimeWindow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/unit-days")
@RolesAllowed(Roles.OF_STAFF)
@Idempotent
@Tag(name = "unit-days", description = "Days on which a unit closes, or works at hours of its own (ORG-05)")
class UnitDayResource {
    /**
     * @param day today or later
     * @param kind WORKED with spans, CLOSED, or ORDINARY where the day is as any other again
     * @param spans hours worked that day, in order, {@code 09:00–12:00}; only where it is WORKED
     */
    record SetUnitDay(
            @NotBlank @Size(max = 20) String unit,
            @NotNull LocalDate day,
            @NotNull UnitDay.Kind kind,

            @Size(max = StaffRules.MOST_SPANS) @Schema(implementation = String[].class)
            List<@NotNull TimeWindow> spans,

            @NotBlank @Size(max = 1000) String reason) {
        List<TimeWindow> spansOrNone() {
            return spans == null ? List.of() : spans;
        }
    }

    record UnitDayView(
            UUID id,
            int version,
            String unit,
            LocalDate day,
            UnitDay.Kind kind,
            @Schema(implementation = String[].class) List<TimeWindow> spans,
            String reason,
            String setBy,
            Instant setAt) {}

    @Inject
    CalendarCommands commands;

    @Inject
    UnitDays days;

    @POST
    @RolesAllowed({Roles.HR, Roles.LEAD, Roles.HEAD})
    @Operation(
            summary = "Say how a unit works on a day; a head for his own unit (ORG-05)",
            description = "Said again for the same day, the last word holds. Every service computes with it within"
                    + " seconds; deadlines that run already stay as they are unless they are computed anew one by one.")
    public UnitDayView set(@Valid @NotNull SetUnitDay request) {
        return commands.setUnitDay(request).view();
    }

    @GET
    @Operation(
            summary = "Units' own days, the one set first last",
            description = "from and until are days, both included")
    public Page<UnitDayView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("unit") @Size(max = 20) String unit,
            @QueryParam("from") LocalDate from,
            @QueryParam("until") LocalDate until) {
        return new Listing<>(days.getEntityManager(), UnitDay.class)
                .with("unit", unit)
                .when("day >= :from", "from", from)
                .when("day <= :until", "until", until)
                .page(page, UnitDay::view, UnitDayView::id);
    }
}
