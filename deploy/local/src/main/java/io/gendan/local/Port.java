package io.gendan.local;

import java.util.Locale;

/** Every port the stack listens on, its default and the environment variable that changes it. */
public enum Port {
    GATEWAY(8080),
    INTAKE(8081),
    CONTRACT(8082),
    FULFILLMENT(8083),
    AFTERSALES(8084),
    PERFORMANCE(8085),
    KEYCLOAK(8180),
    POSTGRES(15432),
    KAFKA(19092),
    KAFKA_CONTROLLER(19093),
    SMTP(3025),
    IMAP(3143);

    private final int standard;

    Port(int standard) {
        this.standard = standard;
    }

    int standard() {
        return standard;
    }

    String variable() {
        return "GENDAN_PORT_" + name();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
