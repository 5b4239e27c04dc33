package io.gendan.gateway.oidc;

/** The identity provider, or a check of what it sent, said no. */
public final class Refused extends RuntimeException {
    Refused(String reason) {
        super(reason);
    }

    Refused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
