package io.gendan.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as Keycloak stores it. All demo people share one, so it is hashed once here and not once a person during the
 * import; at a person's first login Keycloak replaces it by its own hash.
 */
record Credential(String secretData, String credentialData) {
    private static final int ITERATIONS = 210_000;
    private static final int BITS = 512;

    static Credential of(String password, String salt) {
        byte[] seasoning = salt.getBytes(StandardCharsets.US_ASCII);
        try {
            var key = new PBEKeySpec(password.toCharArray(), seasoning, ITERATIONS, BITS);
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(key)
                    .getEncoded();
            return new Credential(
                    "{\"value\":\"%s\",\"salt\":\"%s\"}".formatted(base64(hash), base64(seasoning)),
                    "{\"algorithm\":\"pbkdf2-sha512\",\"hashIterations\":%d}".formatted(ITERATIONS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
