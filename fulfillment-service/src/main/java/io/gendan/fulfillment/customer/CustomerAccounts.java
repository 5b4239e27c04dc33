package io.gendan.fulfillment.customer;

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

/** The customers' portal accounts, as intake publishes them (INF-10). */
@ApplicationScoped
public class CustomerAccounts {
    @Inject
    EntityManager entities;

    @Inject
    Sql sql;

    @Inject
    Inbox inbox;

    public Set<UUID> ofPortalAccount(String username) {
        return Set.copyOf(sql.column(
                UUID.class, "select customer_id from customer_account where portal_accounts ?? ?", username));
    }

    @Incoming("intake-customers")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, CustomerEvent.class, this::remember);
    }

    private void remember(CustomerEvent event) {
        switch (event) {
            case CustomerEvent.CustomerRegistered registered -> {
                var known = entities.find(CustomerAccount.class, registered.customerId());
                if (known == null) entities.persist(new CustomerAccount(registered));
                else known.become(registered);
            }
        }
    }
}
