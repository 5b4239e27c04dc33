package io.gendan.performance.account;

import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import io.gendan.core.http.Idempotent;
import io.gendan.core.http.Language;
import io.gendan.core.problem.Texts;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.gendan.performance.staff.StaffRegister;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/accounts")
@RolesAllowed({Roles.HR, Roles.ADMIN})
@Idempotent
@Tag(
        name = "accounts",
        description = "Accounts of the staff at the identity provider, kept in step with the register (SEC-17, ORG-01)")
class AccountResource {
    @Inject
    Accounts accounts;

    @Inject
    AccountCommands commands;

    @Inject
    AccountSettings settings;

    @Inject
    StaffRegister staff;

    @Inject
    Texts texts;

    @Inject
    HttpHeaders headers;

    @Inject
    SecurityIdentity caller;

    @GET
    @Operation(
            summary = "Accounts and how they stand to the register, newest first",
            description = "DUE: not in step yet, the fault says why if it was tried. OPEN: in step, the person can log"
                    + " in. CLOSED: in step, duty has not begun or is over. REFUSED: a person has to put something"
                    + " right first. NOT_MANAGED: the company keeps its accounts otherwise.")
    public Page<AccountView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("status") AccountStatus status,
            @QueryParam("q") @Size(max = 100) String q) {
        staff.refuseOffDuty(caller.getPrincipal().getName());
        return new Listing<>(accounts.getEntityManager(), Account.class)
                .with("status", status)
                .when("lower(name) like :q or username like :q", "q", Listing.beginning(q))
                .page(page, this::view, AccountView::id);
    }

    @GET
    @Path("{username}")
    @Transactional
    @Operation(summary = "One person's account and how it stands to the register")
    public AccountView read(String username) {
        staff.refuseOffDuty(caller.getPrincipal().getName());
        return view(accounts.of(username));
    }

    @POST
    @Path("{username}/retry")
    @RolesAllowed({Roles.HR, Roles.ADMIN})
    @Operation(summary = "Compare it with the register at once, and bring it into step")
    public AccountView retry(String username) {
        return view(commands.tryAgain(username));
    }

    private AccountView view(Account account) {
        var fault = account.fault()
                .map(f -> new AccountView.Fault(
                        f.code(),
                        texts.text("account." + f.code(), Language.of(headers), Map.of()),
                        account.faultDetail()))
                .orElse(null);
        return account.view(settings.managed(), fault);
    }
}
