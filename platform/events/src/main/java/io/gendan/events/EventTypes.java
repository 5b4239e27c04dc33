package io.gendan.events;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.aftersales.TicketEvent;
import io.gendan.events.aftersales.VisitEvent;
import io.gendan.events.contract.ContractEvent;
import io.gendan.events.contract.SettlementEvent;
import io.gendan.events.fulfillment.AcceptanceEvent;
import io.gendan.events.fulfillment.PlanEvent;
import io.gendan.events.fulfillment.ShipmentEvent;
import io.gendan.events.intake.CustomerEvent;
import io.gendan.events.intake.InquiryEvent;
import io.gendan.events.intake.OrderEvent;
import io.gendan.events.intake.QuotationEvent;
import io.gendan.events.performance.CalendarEvent;
import io.gendan.events.performance.ReviewEvent;
import io.gendan.events.performance.RotaEvent;
import io.gendan.events.performance.RuleEvent;
import io.gendan.events.performance.StaffEvent;
import io.gendan.events.performance.UnitEvent;

/** All event types by wire name. What is not listed here is unknown to this release and is passed over. */
public final class EventTypes {
    public static final List<Class<? extends DomainEvent>> FAMILIES = List.of(
            CustomerEvent.class,
            InquiryEvent.class,
            QuotationEvent.class,
            OrderEvent.class,
            ContractEvent.class,
            SettlementEvent.class,
            PlanEvent.class,
            ShipmentEvent.class,
            AcceptanceEvent.class,
            TicketEvent.class,
            VisitEvent.class,
            StaffEvent.class,
            UnitEvent.class,
            ReviewEvent.class,
            RuleEvent.class,
            CalendarEvent.class,
            RotaEvent.class,
            RulingEvent.class);

    private static final SequencedMap<String, Class<? extends DomainEvent>> BY_NAME = byName();

    private EventTypes() {}

    public static Optional<Class<? extends DomainEvent>> find(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    public static Map<String, Class<? extends DomainEvent>> all() {
        return BY_NAME;
    }

    public static String wireName(Class<? extends DomainEvent> type) {
        return type.getAnnotation(JsonTypeName.class).value();
    }

    /** The topic of an event type; a family that every service publishes has the service's name filled in. */
    public static String topic(Class<? extends DomainEvent> type, String service) {
        return family(type).value().replace("{service}", service);
    }

    public static String classification(Class<? extends DomainEvent> type) {
        return family(type).classification();
    }

    private static Topic family(Class<? extends DomainEvent> type) {
        return Arrays.stream(type.getInterfaces())
                .map(i -> i.getAnnotation(Topic.class))
                .filter(t -> t != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " belongs to no event family"));
    }

    private static SequencedMap<String, Class<? extends DomainEvent>> byName() {
        var types = new LinkedHashMap<String, Class<? extends DomainEvent>>();
        for (var family : FAMILIES)
            for (var member : family.getPermittedSubclasses()) {
                var type = member.asSubclass(DomainEvent.class);
                if (types.put(wireName(type), type) != null)
                    throw new IllegalStateException("two events are called " + wireName(type));
            }
        return Collections.unmodifiableSequencedMap(types);
    }
}
