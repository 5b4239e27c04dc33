package io.gendan.performance.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.gendan.core.http.Idempotent;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/rotas")
@Idempotent
@RolesAllowed({
    Roles.SALES,
    Roles.LIAISON,
    Roles.CS,
    Roles.GUIDE,
    Roles.SHOP,
    Roles.MERCH,
    Roles.SUPV,
    Roles.HEAD,
    Roles.LEAD,
    Roles.HR,
    Roles.AUDIT
})
@Tag(name = "rotas", description = "Who is on for a duty, and swaps of days by consent (ORG-08)")
class RotaResource {
    private static final int MOST_DAYS = 92;

    /**
     * @param people one fixed person, or several who take turns in this order
     * @param firstDay today or later; from then on it takes the place of an earlier rota of the unit
     * @param workingDays whether turns go by working days, with nobody on at other days
     */
    record SetUpRota(
            @NotBlank String unit,
            @NotNull Duty duty,
            @NotEmpty @Size(max = 100) List<@NotBlank String> people,
            @NotNull LocalDate firstDay,
            boolean workingDays) {}

    record RotaView(
            UUID id,
            int version,
            String unit,
            Duty duty,
            List<String> people,
            LocalDate firstDay,
            boolean workingDays,
            String setUpBy,
            Instant setUpAt) {}

    /** @param username who is on, or null for nobody */
    record OnDuty(LocalDate day, String username) {}

    /**
     * @param day a day of the caller, which the other takes over
     * @param otherDay a day of the other, which the caller takes over
     */
    record AskSwap(
            @NotNull LocalDate day,
            @NotBlank String other,
            @NotNull LocalDate otherDay) {}

    record SwapView(
            UUID id,
            int version,
            UUID rotaId,
            String askedBy,
            LocalDate askedDay,
            String other,
            LocalDate otherDay,
            SwapStatus status,
            Instant askedAt,
            Instant decidedAt) {}

    @Inject
    RotaCommands commands;

    @Inject
    Rotas rotas;

    @Inject
    RotaSwaps swaps;

    @Inject
    WhoIsOn whoIsOn;

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.HR, Roles.LEAD, Roles.HEAD, Roles.SUPV})
    @Operation(summary = "Say who is on for a duty of a unit from a day on: a fixed person or a rotating list (ORG-08)")
    public RotaView setUp(@Valid @NotNull SetUpRota request) {
        return commands.setUp(request).view();
    }

    @GET
    @Operation(summary = "Rotas, newest first")
    public Page<RotaView> list(@Valid @BeanParam Page.Request page, @QueryParam("unit") String unit) {
        return new Listing<>(rotas.getEntityManager(), Rota.class)
                .with("unit", unit)
                .page(page, Rota::view, RotaView::id);
    }

    @GET
    @Path("on")
    @Transactional
    @Operation(summary = "Who is on, day by day; until is included, at most three months (ORG-08)")
    public List<OnDuty> on(
            @QueryParam("unit") @NotBlank String unit,
            @QueryParam("duty") @DefaultValue("HAND_IN") Duty duty,
            @QueryParam("from") @NotNull LocalDate from,
            @QueryParam("until") @NotNull LocalDate until) {
        if (until.isBefore(from)) throw Problem.Invalid.field("until", "before-the-first-day");
        if (from.plusDays(MOST_DAYS).isBefore(until))
            throw Problem.Invalid.field("until", "too-large", from.plusDays(MOST_DAYS));
        return from.datesUntil(until.plusDays(1))
                .map(day -> new OnDuty(day, whoIsOn.on(day, unit, duty).orElse(null)))
                .toList();
    }

    @POST
    @Path("{id}/swaps")
    @ResponseStatus(201)
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Ask another of the rota to exchange days; nothing changes before he consents (ORG-08)")
    public SwapView ask(UUID id, @Valid @NotNull AskSwap request) {
        return commands.ask(id, request).view();
    }

    @GET
    @Path("{id}/swaps")
    @Operation(summary = "Swaps of a rota, newest first")
    public Page<SwapView> swaps(UUID id, @Valid @BeanParam Page.Request page) {
        return new Listing<>(swaps.getEntityManager(), RotaSwap.class)
                .with("rotaId", id)
                .page(page, RotaSwap::view, SwapView::id);
    }

    @POST
    @Path("swaps/{swap}/consent")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Consent, by the one who was asked: in force from then on (ORG-08)")
    public SwapView consent(UUID swap) {
        return commands.consent(swap).view();
    }

    @POST
    @Path("swaps/{swap}/decline")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Decline, by the one who was asked (ORG-08)")
    public SwapView decline(UUID swap) {
        return commands.decline(swap).view();
    }

    @POST
    @Path("swaps/{swap}/withdraw")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Withdraw before the other has decided (ORG-08)")
    public SwapView withdraw(UUID swap) {
        return commands.withdraw(swap).view();
    }
}
