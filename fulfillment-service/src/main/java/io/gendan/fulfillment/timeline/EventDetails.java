package io.gendan.fulfillment.timeline;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** What of an event a timeline shows, whatever family it is of: its plain values as text, and who did it. */
final class EventDetails {
    /** Steps inside the company: of no concern to the customer (INF-10). */
    static final Set<String> INTERNAL_TYPES = Set.of(
            "intake.order.approved.v1",
            "intake.order.returned.v1",
            "intake.order.review-failed.v1",
            "intake.order.corrected.v1",
            "intake.order.order-taker-changed.v1",
            "intake.order.merchandiser-changed.v1",
            "intake.quotation.approved.v1",
            "contract.contract.returned.v1",
            "fulfillment.plan.owner-changed.v1",
            "fulfillment.plan.at-risk.v1",
            "fulfillment.plan.late.v1",
            "fulfillment.milestone.overdue.v1",
            "aftersales.ticket.breached.v1",
            "aftersales.complaint.well-founded.v1");

    private static final Set<String> FOR_CUSTOMERS = Set.of(
            "number",
            "total",
            "amount",
            "deliveryPlace",
            "deliveryDate",
            "paymentTerms",
            "expiresAt",
            "name",
            "passed",
            "carrier",
            "place",
            "promisedOn",
            "expectedOn",
            "receivedOn",
            "receiptDue",
            "daysLate",
            "round",
            "rounds",
            "items",
            "kind",
            "dueOn");

    private static final Map<String, String> ACTORS = Map.of(
            "intake.order.confirmed.v1", "orderTaker",
            "intake.order.handed-over.v1", "merchandiser",
            "intake.order.returned.v1", "merchandiser",
            "intake.order.rejected.v1", "merchandiser",
            "intake.order.released.v1", "merchandiser",
            "fulfillment.milestone.reached.v1", "responsible",
            "fulfillment.inspection.recorded.v1", "inspector",
            "aftersales.complaint.well-founded.v1", "investigatedBy");

    private EventDetails() {}

    /** Who did it, or null for what the system did by itself. */
    static String actor(String type, JsonNode body) {
        String field = ACTORS.get(type);
        if (field != null) return body.path(field).asText(null);
        return body.propertyStream()
                .filter(property ->
                        property.getKey().endsWith("By") && property.getValue().isTextual())
                .map(property -> property.getValue().asText())
                .findFirst()
                .orElse(null);
    }

    /** Ids are left out: they say nothing to a reader. A list of records becomes their number. */
    static Map<String, String> of(JsonNode body) {
        var details = new TreeMap<String, String>();
        body.propertyStream()
                .filter(property ->
                        !property.getKey().endsWith("Id") && !property.getKey().equals("occurredAt"))
                .forEach(property -> {
                    String text = text(property.getValue());
                    if (text != null) details.put(property.getKey(), text);
                });
        return details;
    }

    static Map<String, String> forCustomer(Map<String, String> details) {
        var shown = new TreeMap<>(details);
        shown.keySet().retainAll(FOR_CUSTOMERS);
        return shown;
    }

    private static String text(JsonNode value) {
        if (value.isNull()) return null;
        if (value.isValueNode()) return value.asText();
        if (value.has("amount") && value.has("currency"))
            return value.get("amount").asText() + " " + value.get("currency").asText();
        if (!value.isArray()) return null;
        if (value.isEmpty() || !value.get(0).isTextual()) return String.valueOf(value.size());
        return String.join(", ", value.valueStream().map(JsonNode::asText).toList());
    }
}
