package io.gendan.gateway.proxy;

import java.util.Optional;

import io.gendan.gateway.http.Exchange;

/** Carries an admitted request to a service and its answer back, as a stream in both directions. */
interface Upstream {
    /** Always answers the exchange, if need be in the service's place. */
    void forward(Exchange exchange, Destination destination, Optional<String> authorization, Runnable whenUnauthorized);
}
