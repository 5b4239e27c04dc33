package io.gendan.core.outbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gendan.events.DomainEvent;

/** Events as the JSON body of a message. A field that this release does not know is passed over. */
@ApplicationScoped
public class EventCodec {
    private final ObjectMapper mapper;

    @Inject
    public EventCodec(ObjectMapper mapper) {
        this.mapper = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    EventCodec() {
        mapper = null; // for the client proxy
    }

    public String write(DomainEvent event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event cannot be written: " + event.getClass(), e);
        }
    }

    public <E extends DomainEvent> E read(byte[] body, Class<E> type) throws IOException {
        return mapper.readValue(new String(body, StandardCharsets.UTF_8), type);
    }
}
