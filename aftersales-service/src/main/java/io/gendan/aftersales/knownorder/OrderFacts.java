package io.gendan.aftersales.knownorder;

import java.util.UUID;

import io.gendan.aftersales.Viewer;

/**
 * What tickets and visits take over from the order they are about.
 *
 * @param merchandiser null until a merchandiser has confirmed receipt
 */
public record OrderFacts(
        UUID orderId,
        String number,
        UUID customerId,
        String profile,
        String unit,
        String orderTaker,
        String merchandiser)
        implements Viewer.Shown {}
