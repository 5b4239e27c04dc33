package io.gendan.fulfillment.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Page;
import io.gendan.staff.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/orders/{orderId}/timeline")
@Tag(name = "timeline", description = "Everything that happened to an order, over all services (FUL-59, INF-01)")
class TimelineResource {
    /**
     * One event.
     *
     * @param type wire name of the event
     * @param actor who did it, null for the system
     */
    record EntryView(Instant at, String type, String service, String actor, Map<String, String> details) {}

    @Inject
    Timelines timelines;

    @Inject
    Viewer viewer;

    @GET
    @RolesAllowed({
        Roles.SALES, Roles.LIAISON, Roles.GUIDE, Roles.CS, Roles.MERCH, Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.BIZ,
        Roles.LEGAL, Roles.FIN, Roles.QC, Roles.PROD, Roles.LOGI, Roles.ASREP, Roles.CADM, Roles.AUDIT, Roles.CUST
    })
    @Operation(summary = "Oldest first; empty until the order is confirmed; customers see their own (FUL-59, INF-10)")
    public Page<EntryView> of(UUID orderId, @Valid @BeanParam Page.Request page) {
        boolean forCustomer = viewer.isCustomer();
        var origin = timelines.origin(orderId);
        if (origin.isEmpty() && !forCustomer) return new Page<>(List.of(), null);
        var visible = origin.filter(viewer::reads).orElseThrow(() -> new Problem.NotFound("order", orderId));
        var found = timelines.of(orderId, visible, forCustomer, page);
        return new Page<>(
                found.items().stream()
                        .map(entry -> forCustomer ? entry.viewForCustomer() : entry.view())
                        .toList(),
                found.next());
    }
}
