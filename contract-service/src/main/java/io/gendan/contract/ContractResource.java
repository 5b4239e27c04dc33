package io.gendan.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.gendan.contract.sealuse.Seal;
import io.gendan.core.act.Acts;
import io.gendan.core.approval.Remark;
import io.gendan.core.http.Idempotent;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.events.Money;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/contracts")
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
    Roles.SEAL,
    Roles.FIN,
    Roles.AUDIT,
    Roles.CUST
})
@Idempotent
@Tag(name = "contracts", description = "Contracts drawn up, reviewed, signed off, sealed, signed (CON-02..CON-13)")
class ContractResource {
    private static final String SEEN =
            "checksum, shown as textChecksum, says which text was read; where it is another one by"
                    + " now the decision is refused. Without it the text as it stands is meant.";

    /**
     * @param clauses text by the clause's name; those of rule {@code contract.mandatory-clauses} and any others
     * @param departure terms in which the contract is meant to differ from the order; may be null
     */
    record DraftContract(
            @NotNull UUID orderId,

            @NotNull @Size(max = 50)
            Map<@Pattern(regexp = "[a-z0-9-]{2,40}") String, @NotNull @Size(max = 20_000) String> clauses,

            @Valid Departure departure) {}

    record EditContract(
            @NotNull @Size(max = 50)
            Map<@Pattern(regexp = "[a-z0-9-]{2,40}") String, @NotNull @Size(max = 20_000) String> clauses,

            @Valid Departure departure) {}

    record Departure(
            @Size(min = 1, max = 500) String deliveryPlace,
            LocalDate deliveryDate,
            @Size(min = 1, max = 1000) String paymentTerms) {
        static ContractText.Departure of(Departure given) {
            return given == null
                    ? ContractText.Departure.NONE
                    : new ContractText.Departure(given.deliveryPlace, given.deliveryDate, given.paymentTerms);
        }
    }

    /** @param clauses what is wrong with single clauses, by their names; may be null (CON-06) */
    record Return(
            @NotBlank @Size(max = 2000) String remarks,

            @Size(max = 50)
            Map<@Pattern(regexp = "[a-z0-9-]{2,40}") String, @NotBlank @Size(max = 2000) String> clauses) {
        List<Remark> all() {
            var all = new ArrayList<>(Remark.onTheWhole(remarks));
            if (clauses != null)
                new TreeMap<>(clauses).forEach((clause, remark) -> all.add(new Remark(clause, remark)));
            return all;
        }
    }

    record ApplySeal(@NotNull Seal seal, @Min(1) @Max(99) int copies) {}

    record Authorize(@NotBlank @Size(max = 64) String signatory) {}

    /**
     * @param evidence where the signed copy is; a customer who signs by himself needs none
     * @param sealed whether the customer's seal is beside the signature; for our side the seal register counts
     */
    record Sign(
            @NotNull Signature.Side side,
            @NotBlank @Size(max = 100) String signatory,
            @NotBlank @Size(max = 100) String capacity,
            @NotNull LocalDate signedOn,
            @Size(max = 2000) String evidence,
            boolean sealed) {}

    record ContractSummary(
            UUID id,
            int version,
            String number,
            String status,
            UUID orderId,
            String orderNumber,
            UUID customerId,
            String customer,
            Money amount,
            String orderTaker,
            String draftedBy,
            Instant draftedAt,
            Instant legalDue,
            Instant effectiveAt) {}

    @Inject
    ContractCommands commands;

    @Inject
    Contracts contracts;

    @Inject
    Acts acts;

    @Inject
    Viewer viewer;

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.BIZ, Roles.SALES, Roles.LIAISON, Roles.MERCH})
    @Operation(summary = "Draft a contract from a confirmed order (CON-03, CON-04)")
    public ContractView draft(@Valid @NotNull DraftContract request) {
        return view(commands.draft(request.orderId(), request.clauses(), Departure.of(request.departure())));
    }

    @PUT
    @Path("{id}/clauses")
    @RolesAllowed({Roles.BIZ, Roles.SALES, Roles.LIAISON, Roles.MERCH})
    @Operation(summary = "Replace the clauses of a draft; terms are filled anew from the order (CON-02, CON-03)")
    public ContractView edit(UUID id, @Valid @NotNull EditContract request) {
        return view(commands.edit(id, request.clauses(), Departure.of(request.departure())));
    }

    @POST
    @Path("{id}/submit")
    @RolesAllowed({Roles.BIZ, Roles.SALES, Roles.LIAISON, Roles.MERCH})
    @Operation(summary = "Hand it to legal, with all mandatory clauses (CON-02)")
    public ContractView submit(UUID id) {
        return view(commands.submit(id));
    }

    @POST
    @Path("{id}/legal-approve")
    @RolesAllowed(Roles.LEGAL)
    @Operation(summary = "Legal has no objection (CON-06, CON-09)", description = SEEN)
    public ContractView approveLegally(UUID id, @QueryParam("checksum") @Size(max = 64) String checksum) {
        return view(commands.approveLegally(id, checksum));
    }

    @POST
    @Path("{id}/return")
    @RolesAllowed({Roles.LEGAL, Roles.HEAD, Roles.LEAD, Roles.BIZ})
    @Operation(summary = "Send it back to the drafter; all approvals are void (CON-06, CON-08)", description = SEEN)
    public ContractView sendBack(
            UUID id, @QueryParam("checksum") @Size(max = 64) String checksum, @Valid @NotNull Return request) {
        return view(commands.sendBack(id, checksum, request.all()));
    }

    @POST
    @Path("{id}/sign-off")
    @RolesAllowed({Roles.HEAD, Roles.LEAD})
    @Operation(summary = "Sign off: department head, then leader in charge (CON-08, CON-09)", description = SEEN)
    public ContractView signOff(UUID id, @QueryParam("checksum") @Size(max = 64) String checksum) {
        return view(commands.signOff(id, checksum));
    }

    @POST
    @Path("{id}/seal")
    @RolesAllowed(Roles.SEAL)
    @Operation(summary = "Apply our seal and enter it in the seal register (CON-12)")
    public ContractView seal(UUID id, @Valid @NotNull ApplySeal request) {
        return view(commands.seal(id, request.seal(), request.copies()));
    }

    @POST
    @Path("{id}/authorize-signatory")
    @RolesAllowed(Roles.LEAD)
    @Operation(summary = "Authorize a person to sign this contract for us (CON-11)")
    public ContractView authorize(UUID id, @Valid @NotNull Authorize request) {
        return view(commands.authorize(id, request.signatory()));
    }

    @POST
    @Path("{id}/sign")
    @RolesAllowed({Roles.HEAD, Roles.LEAD, Roles.SALES, Roles.LIAISON, Roles.BIZ, Roles.CUST})
    @Operation(summary = "Sign for a side; signed and sealed by both it is effective (CON-11, CON-13)")
    public ContractView sign(UUID id, @Valid @NotNull Sign request) {
        return view(commands.sign(id, request));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One contract, with its differences from the order (CON-03)")
    public ContractView read(UUID id) {
        return view(viewer.mayRead(contracts.get(id)));
    }

    @GET
    @Operation(summary = "Contracts the caller may see, newest first; q is the beginning of a number")
    public Page<ContractSummary> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("status") ContractStatus status,
            @QueryParam("orderId") UUID orderId,
            @QueryParam("q") @Size(max = 100) String q) {
        return viewer.restrict(new Listing<>(contracts.getEntityManager(), Contract.class))
                .with("status", status)
                .with("orderId", orderId)
                .when("lower(number) like :q or lower(orderNumber) like :q", "q", Listing.beginning(q))
                .page(page, Contract::summary, ContractSummary::id);
    }

    private ContractView view(Contract contract) {
        ContractView full = contract.view(commands.differences(contract, acts.ofCaller()), commands.given(contract));
        return viewer.isCustomer() ? full.forCustomer() : full;
    }
}
