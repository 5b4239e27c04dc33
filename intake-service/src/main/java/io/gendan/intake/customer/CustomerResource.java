package io.gendan.intake.customer;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.gendan.core.act.Acts;
import io.gendan.core.http.Idempotent;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/customers")
@RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.CS, Roles.GUIDE, Roles.BIZ, Roles.MERCH, Roles.SUPV, Roles.HEAD})
@Idempotent
@Tag(name = "customers", description = "One file per customer (INT-43)")
class CustomerResource {
    record CustomerView(UUID id, int version, String number, CustomerFile file) {
        static CustomerView of(Customer customer) {
            return new CustomerView(customer.id(), customer.version(), customer.number(), customer.file());
        }
    }

    @Inject
    Customers customers;

    @Inject
    Acts acts;

    @POST
    @Transactional
    @ResponseStatus(201)
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.CS, Roles.GUIDE})
    @Operation(summary = "Open a customer file")
    public CustomerView register(@Valid @NotNull CustomerFile file) {
        var act = acts.ofCaller();
        var customer = new Customer(Ids.next(), "C-%06d".formatted(customers.nextNumber()), file, act);
        return CustomerView.of(customers.add(customer, act, customer.registered()));
    }

    @PUT
    @Path("{id}")
    @Transactional
    @RolesAllowed({Roles.SALES, Roles.LIAISON, Roles.CS, Roles.GUIDE})
    @Operation(summary = "Correct a customer file")
    public CustomerView correct(UUID id, @Valid @NotNull CustomerFile file) {
        var act = acts.ofCaller();
        return CustomerView.of(customers.change(id, act, customer -> customer.correct(file, act)));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One customer file")
    public CustomerView read(UUID id) {
        return CustomerView.of(customers.get(id));
    }

    @GET
    @Operation(summary = "Customer files, newest first; q is the beginning of the name")
    public Page<CustomerView> list(@Valid @BeanParam Page.Request page, @QueryParam("q") String q) {
        return new Listing<>(customers.getEntityManager(), Customer.class)
                .when("lower(name) like :q", "q", Listing.beginning(q))
                .page(page, CustomerView::of, CustomerView::id);
    }
}
