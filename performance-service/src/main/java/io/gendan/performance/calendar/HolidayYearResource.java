package io.gendan.performance.calendar;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.gendan.core.http.Idempotent;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.events.performance.CalendarEvent.AnnouncedDay;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/holiday-years")
@RolesAllowed(Roles.OF_STAFF)
@Idempotent
@Tag(
        name = "holiday-years",
        description = "Statutory holidays and exchanged working days, year by year as the State Council announces them"
                + " (ORG-05). Years that came with the product are not listed until they are replaced.")
class HolidayYearResource {
    /** @param reason why it replaced what was known of the year, null where nothing was */
    record HolidayYearView(
            UUID id,
            int version,
            int year,
            int revision,
            List<String> papers,
            List<AnnouncedDay> days,
            String reason,
            String announcedBy,
            Instant announcedAt) {}

    @Inject
    CalendarCommands commands;

    @Inject
    HolidayYears years;

    @POST
    @RolesAllowed({Roles.HR, Roles.LEAD})
    @Operation(
            summary = "Import the holidays of a year; dryRun only shows its days (ORG-05)",
            description = "The body is a notice in the form of holiday-cn: year, papers, and days with name, date and"
                    + " isOffDay. The next year without a notice can be added; a year that is known is replaced with a"
                    + " reason. Every service computes with it within seconds. Deadlines that run already stay as they"
                    + " are unless they are computed anew one by one.")
    public ImportedYear importYear(
            @Valid @NotNull HolidayNotice notice,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("reason") @Size(max = 1000) String reason) {
        return commands.importYear(notice, reason, dryRun);
    }

    @GET
    @Operation(summary = "Imported years, newest import first")
    public Page<HolidayYearView> list(@Valid @BeanParam Page.Request page, @QueryParam("year") Integer year) {
        return new Listing<>(years.getEntityManager(), HolidayYear.class)
                .with("year", year)
                .page(page, HolidayYear::view, HolidayYearView::id);
    }
}
