package io.gendan.local;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the stack is made of; each part is a process of its own. */
public enum Part {
    POSTGRES("PostgreSQL", Port.POSTGRES),
    KAFKA("Kafka", Port.KAFKA, Port.KAFKA_CONTROLLER),
    KEYCLOAK("Keycloak", Port.KEYCLOAK),
    MAIL("GreenMail", Port.SMTP, Port.IMAP),
    INTAKE("intake-service", Port.INTAKE),
    CONTRACT("contract-service", Port.CONTRACT),
    FULFILLMENT("fulfillment-service", Port.FULFILLMENT),
    AFTERSALES("aftersales-service", Port.AFTERSALES),
    PERFORMANCE("performance-service", Port.PERFORMANCE),
    GATEWAY("gateway", Port.GATEWAY);

    private final String title;
    private final List<Port> ports;

    Part(String title, Port... ports) {
        this.title = title;
        this.ports = List.of(ports);
    }

    /** PostgreSQL, Kafka, Keycloak and mail. */
    public static Set<Part> infrastructure() {
        return EnumSet.range(POSTGRES, MAIL);
    }

    /** The five services, without the gateway. */
    public static Set<Part> services() {
        return EnumSet.range(INTAKE, PERFORMANCE);
    }

    public static Set<Part> all() {
        return EnumSet.allOf(Part.class);
    }

    static Optional<Part> named(String name) {
        return Arrays.stream(values()).filter(part -> part.id().equals(name)).findFirst();
    }

    /** Lower-case name, used for files, databases and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    List<Port> ports() {
        return ports;
    }

    Port mainPort() {
        return ports.getFirst();
    }

    boolean isOurs() {
        return ordinal() >= INTAKE.ordinal();
    }
}
