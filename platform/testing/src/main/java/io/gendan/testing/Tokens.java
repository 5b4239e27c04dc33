package io.gendan.testing;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/** Really signed access tokens as the realm would issue them, and such as it never would. */
public final class Tokens {
    public static final String ISSUER = "http://localhost/realms/gendan";

    private static final KeyPair KEYS = keys();
    private static final KeyPair FOREIGN_KEYS = keys();

    private Tokens() {}

    /** A request with a good token of this person. */
    public static RequestSpecification as(String username, String... roles) {
        return RestAssured.given().auth().oauth2(good(username, roles)).header("Accept-Language", "en");
    }

    public static String good(String username, String... roles) {
        return claims(username, roles).sign(KEYS.getPrivate());
    }

    public static String expired(String username, String... roles) {
        return claims(username, roles)
                .issuedAt(Instant.now().minus(Duration.ofHours(2)))
                .expiresAt(Instant.now().minus(Duration.ofHours(1)))
                .sign(KEYS.getPrivate());
    }

    public static String forAnotherAudience(String username, String... roles) {
        return claims(username, roles).audience("another-api").sign(KEYS.getPrivate());
    }

    public static String ofAnotherIssuer(String username, String... roles) {
        return claims(username, roles).issuer("http://elsewhere/realms/gendan").sign(KEYS.getPrivate());
    }

    public static String forged(String username, String... roles) {
        PrivateKey foreign = FOREIGN_KEYS.getPrivate();
        return claims(username, roles).sign(foreign);
    }

    static PublicKey publicKey() {
        return KEYS.getPublic();
    }

    private static JwtClaimsBuilder claims(String username, String... roles) {
        return Jwt.issuer(ISSUER)
                .subject("subject-of-" + username)
                .audience("gendan-api")
                .claim("preferred_username", username)
                .claim("realm_access", Map.of("roles", Set.of(roles)))
                .expiresIn(Duration.ofMinutes(30));
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
