package io.gendan.fulfillment.timeline;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.core.store.Json;
import io.gendan.events.DomainEvent;
import io.gendan.events.EventTypes;
import io.gendan.events.intake.InquiryEvent;
import io.gendan.events.intake.QuotationEvent;

/** One event in the life of an order, or of the inquiry or quotation it came from. */
@Entity
@Table(name = "timeline_entry")
class TimelineEntry {
    @Id
    @Column(name = "event_id")
    private UUID eventId;

    /** Order of arrival, given by the database. */
    @Column(insertable = false, updatable = false)
    private Long seq;

    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "inquiry_id")
    private UUID inquiryId;

    @Column(name = "quotation_id")
    private UUID quotationId;

    private Instant at;
    private String type;
    private String service;
    private String actor;

    @Json
    private Map<String, String> details;

    protected TimelineEntry() {}

    /** @param body the event as it is on the wire */
    TimelineEntry(UUID eventId, DomainEvent event, JsonNode body) {
        this.eventId = eventId;
        switch (event) {
            case InquiryEvent inquiry -> inquiryId = inquiry.inquiryId();
            case QuotationEvent quotation -> quotationId = quotation.quotationId();
            default -> orderId = event.key();
        }
        at = event.occurredAt();
        type = EventTypes.wireName(event.getClass());
        service = type.substring(0, type.indexOf('.'));
        actor = EventDetails.actor(type, body);
        details = EventDetails.of(body);
    }

    UUID eventId() {
        return eventId;
    }

    Instant at() {
        return at;
    }

    Long seq() {
        return seq;
    }

    TimelineResource.EntryView view() {
        return new TimelineResource.EntryView(at, type, service, actor, details);
    }

    TimelineResource.EntryView viewForCustomer() {
        return new TimelineResource.EntryView(at, type, service, null, EventDetails.forCustomer(details));
    }
}
