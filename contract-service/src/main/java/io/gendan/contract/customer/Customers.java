package io.gendan.contract.customer;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.inbox.Inbox;
import io.gendan.core.store.Sql;
import io.gendan.events.intake.CustomerEvent;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The customers, as intake publishes them. */
@ApplicationScoped
public class Customers {
    @Inject
    EntityManager entities;

    @Inject
    Sql sql;

    @Inject
    Inbox inbox;

    public Optional<String> nameOf(UUID id) {
        return Optional.ofNullable(entities.find(Customer.class, id)).map(Customer::name);
    }

    public Set<UUID> ofPortalAccount(String username) {
        return Set.copyOf(sql.column(UUID.class, "select id from customer where portal_accounts ?? ?", username));
    }

    @Incoming("intake-customers")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, CustomerEvent.class, this::remember);
    }

    private void remember(CustomerEvent event) {
        switch (event) {
            case CustomerEvent.CustomerRegistered registered -> {
                Customer known = entities.find(Customer.class, registered.customerId());
                if (known == null) entities.persist(new Customer(registered));
                else known.become(registered);
            }
        }
    }
}
