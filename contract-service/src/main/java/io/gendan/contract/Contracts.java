package io.gendan.contract;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.contract.ContractEvent;

@ApplicationScoped
class Contracts extends Aggregates<Contract, ContractEvent> {
    Contracts() {
        super("contract");
    }

    boolean existsFor(UUID orderId) {
        return count("orderId", orderId) > 0;
    }
}
