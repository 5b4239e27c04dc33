package io.gendan.core.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gendan.core.act.Act;
import io.gendan.core.http.Correlation;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;

/** Writes the audit entry of a change into the change's own transaction. */
@ApplicationScoped
public class AuditTrail {
    @Inject
    EntityManager entities;

    private final ObjectMapper fieldsOnly;

    @Inject
    AuditTrail(ObjectMapper mapper) {
        fieldsOnly = mapper.copy()
                .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
                .setVisibility(PropertyAccessor.FIELD, Visibility.ANY);
    }

    AuditTrail() {
        fieldsOnly = null; // for the client proxy
    }

    /** The whole state of an aggregate as it is now, private fields included. */
    public JsonNode snapshot(Aggregate aggregate) {
        return fieldsOnly.valueToTree(aggregate);
    }

    /** @param before null for a new record */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Act act, String action, Aggregate aggregate, JsonNode before) {
        var entry = new AuditEntry();
        entry.id = Ids.next();
        entry.at = act.at();
        entry.actor = act.by();
        entry.action = action;
        entry.recordType = aggregate.recordType();
        entry.recordId = aggregate.id();
        entry.before = before;
        entry.after = snapshot(aggregate);
        entry.correlationId = Correlation.current();
        entry.traceId = Correlation.traceId();
        entities.persist(entry);
    }
}
