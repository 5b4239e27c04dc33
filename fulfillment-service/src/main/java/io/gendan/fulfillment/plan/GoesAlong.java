package io.gendan.fulfillment.plan;

import java.util.List;
import java.util.UUID;

import io.gendan.core.act.Act;

/** Beans of this type keep further records of an order, which go along when somebody takes over its plan (ORG-10). */
public interface GoesAlong {
    /**
     * What the former one still has to do on the records of this order is the successor's.
     *
     * @return those of them that are open
     */
    List<UUID> goAlong(UUID orderId, String former, String successor, Act act);
}
