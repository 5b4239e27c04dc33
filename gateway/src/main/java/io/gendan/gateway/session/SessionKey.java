package io.gendan.gateway.session;

import java.util.HexFormat;

/** Finds a session without knowing the secret in its cookie. */
public record SessionKey(String hex) {
    private static final HexFormat HEX = HexFormat.of();

    static SessionKey of(String secret) {
        return new SessionKey(HEX.formatHex(Vault.sha256(secret)));
    }

    byte[] bytes() {
        return HEX.parseHex(hex);
    }
}
