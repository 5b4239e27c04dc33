package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.gendan.core.http.Idempotent;
import io.gendan.core.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/staff/{username}/substitutes")
@Idempotent
@RolesAllowed(Roles.OF_STAFF)
@Tag(name = "staff")
class SubstituteResource {
    /**
     * @param firstDay the first day the substitute decides, today or later
     * @param lastDay the last such day
     */
    record NameSubstitute(
            @NotBlank String substitute,
            @NotNull LocalDate firstDay,
            @NotNull LocalDate lastDay,
            @NotBlank @Size(max = 500) String reason) {}

    /** @param lastDay the last day the substitute still decides; none of those to come where it is left out */
    record EndSubstitution(LocalDate lastDay) {}

    /** Those of one person, also past ones and those ended before they began. */
    record Substitutions(String username, List<Substitution> substitutions) {}

    @Inject
    SubstituteCommands commands;

    @Inject
    StaffReader reader;

    @POST
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(
            summary = "Name who stands in from one day to another (ORG-12)",
            description =
                    "By the person, a superior of his, HR or the leader in charge. The substitute is somebody else, on"
                            + " duty on these days, not away himself, and has every role of the person; days do not overlap.")
    public Substitutions name(String username, @Valid @NotNull NameSubstitute request) {
        return view(commands.name(username, request));
    }

    @POST
    @Path("{id}/end")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "End it early, by those who could have named it (ORG-12)")
    public Substitutions end(String username, UUID id, @Valid @NotNull EndSubstitution request) {
        return view(commands.end(username, id, request.lastDay()));
    }

    @GET
    @Operation(summary = "Who stands in for a person and when: for the person and for those who read the register")
    public Substitutions list(String username) {
        return view(reader.member(username));
    }

    private static Substitutions view(StaffMember member) {
        return new Substitutions(member.username(), member.substitutions());
    }
}
