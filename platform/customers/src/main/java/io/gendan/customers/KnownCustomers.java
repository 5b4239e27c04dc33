package io.gendan.customers;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.inbox.Inbox;
import io.gendan.core.security.PortalAccounts;
import io.gendan.core.store.Sql;
import io.gendan.events.intake.CustomerEvent;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The customers, as intake publishes them, and who acts for them in the portal (INF-10). */
@ApplicationScoped
public class KnownCustomers implements PortalAccounts {
    @Inject
    EntityManager entities;

    @Inject
    Sql sql;

    @Inject
    Inbox inbox;

    public Optional<String> nameOf(UUID id) {
        return Optional.ofNullable(entities.find(KnownCustomer.class, id)).map(KnownCustomer::name);
    }

    @Override
    public Set<UUID> ofPortalAccount(String username) {
        return Set.copyOf(sql.column(UUID.class, "select id from known_customer where portal_accounts ?? ?", username));
    }

    @Incoming("intake-customers")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, CustomerEvent.class, this::remember);
    }

    private void remember(CustomerEvent event) {
        switch (event) {
            case CustomerEvent.CustomerRegistered registered -> {
                KnownCustomer known = entities.find(KnownCustomer.class, registered.customerId());
                if (known == null) entities.persist(new KnownCustomer(registered));
                else known.become(registered);
            }
        }
    }
}
