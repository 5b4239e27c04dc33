package io.gendan.core.outbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.gendan.core.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/operations/outbox")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "operations")
class OutboxResource {
    /**
     * @param waiting events decided and not yet published
     * @param oldestSeconds age of the oldest of them
     * @param setAside events that Kafka refused for good
     */
    record OutboxView(long waiting, double oldestSeconds, long setAside) {}

    @Inject
    OutboxMetrics metrics;

    @GET
    @Operation(summary = "How much waits to be published")
    public OutboxView read() {
        var depth = metrics.depth();
        return new OutboxView(depth.waiting(), depth.oldestSeconds(), depth.setAside());
    }
}
