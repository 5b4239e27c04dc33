package io.gendan.contract.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.gendan.core.http.Idempotent;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.events.Money;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/contracts")
@Idempotent
@Tag(
        name = "settlement",
        description = "Payment schedule, invoices and receipts of a contract (SET-01, SET-03, SET-04)")
class SettlementResource {
    record Schedule(@NotEmpty @Size(max = 200) List<@Valid @NotNull Line> lines) {
        /** @param dueOn required for {@code DATE}, and only there */
        record Line(@NotNull Money amount, @NotNull DueEvent dueEvent, LocalDate dueOn) {}

        List<Instalment> plan() {
            var plan = new ArrayList<Instalment>();
            for (Line line : lines) {
                String field = "lines[" + plan.size() + "].dueOn";
                boolean byDate = line.dueEvent == DueEvent.DATE;
                if (byDate && line.dueOn == null) throw Problem.Invalid.field(field, "required");
                if (!byDate && line.dueOn != null) throw Problem.Invalid.field(field, "due-by-event");
                plan.add(new Instalment(plan.size() + 1, line.amount, line.dueEvent, line.dueOn));
            }
            return plan;
        }
    }

    /** @param amount with tax */
    record IssueInvoice(
            @NotNull Money amount,

            @NotNull
            @DecimalMin("0")
            @DecimalMax("100")
            @Digits(integer = 3, fraction = 2)
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            BigDecimal taxPercent,

            @NotBlank @Size(max = 64) String number) {}

    record BookReceipt(
            @NotNull Money amount,
            @NotNull LocalDate receivedOn,
            @NotEmpty @Size(max = 200) List<@Valid @NotNull Share> allocations) {
        record Share(int line, @NotNull Money amount) {}

        List<Receipt.Allocation> shares() {
            return allocations.stream()
                    .map(share -> new Receipt.Allocation(share.line, share.amount))
                    .toList();
        }
    }

    @Inject
    SettlementCommands commands;

    @POST
    @Path("{id}/schedule")
    @ResponseStatus(201)
    @RolesAllowed({Roles.BIZ, Roles.SALES, Roles.LIAISON, Roles.FIN})
    @Operation(summary = "Lay down the instalments; they add up to the contract amount (SET-01)")
    public SettlementView schedule(UUID id, @Valid @NotNull Schedule request) {
        return commands.schedule(id, request.plan());
    }

    @POST
    @Path("{id}/invoices")
    @ResponseStatus(201)
    @RolesAllowed(Roles.FIN)
    @Operation(summary = "Issue an invoice; together they never exceed the contract amount (SET-03)")
    public SettlementView issue(UUID id, @Valid @NotNull IssueInvoice request) {
        return commands.issue(id, request);
    }

    @POST
    @Path("{id}/receipts")
    @ResponseStatus(201)
    @RolesAllowed(Roles.FIN)
    @Operation(summary = "Book a receipt and allocate it to instalments (SET-04)")
    public SettlementView book(UUID id, @Valid @NotNull BookReceipt request) {
        return commands.book(id, request);
    }

    @GET
    @Path("{id}/settlement")
    @RolesAllowed({
        Roles.SALES,
        Roles.LIAISON,
        Roles.MERCH,
        Roles.SUPV,
        Roles.HEAD,
        Roles.LEAD,
        Roles.BIZ,
        Roles.LEGAL,
        Roles.CADM,
        Roles.FIN,
        Roles.AUDIT,
        Roles.CUST
    })
    @Operation(summary = "Schedule, invoices, receipts and what is open (SET-01, SET-03, SET-04)")
    public SettlementView read(UUID id) {
        return commands.read(id);
    }
}
