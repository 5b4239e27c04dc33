package io.gendan.gateway.oidc;

/** The identity provider cannot be asked at the moment; nothing is known about the person. */
public final class ProviderAway extends RuntimeException {
    ProviderAway(String message) {
        super(message);
    }

    ProviderAway(String message, Throwable cause) {
        super(message, cause);
    }

    /** For those who come right after somebody has found out. */
    public static ProviderAway asJustSeen() {
        return new ProviderAway("the identity provider did not answer a moment ago");
    }
}
