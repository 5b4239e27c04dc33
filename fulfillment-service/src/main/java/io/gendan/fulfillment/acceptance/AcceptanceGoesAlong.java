package io.gendan.fulfillment.acceptance;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.fulfillment.plan.GoesAlong;

/** Findings still to be put right go to whoever takes over (FUL-36). */
@ApplicationScoped
class AcceptanceGoesAlong implements GoesAlong {
    @Inject
    Acceptances acceptances;

    @Override
    public List<UUID> goAlong(UUID orderId, String former, String successor, Act act) {
        List<Acceptance> open = acceptances.list("orderId = ?1 and status <> ACCEPTED", orderId);
        for (Acceptance acceptance : open)
            if (acceptance.waitsFor(former))
                acceptances.adjust(
                        acceptance.id(),
                        act,
                        "fulfillment.acceptance.findings-handed-over",
                        findings -> findings.handOver(former, successor));
        return open.stream().map(Acceptance::id).toList();
    }
}
