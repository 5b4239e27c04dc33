package io.gendan.gateway.oidc;

import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.gendan.gateway.GatewayConfig;
import io.vertx.core.json.JsonObject;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA512;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA512;

/** Signature, issuer, audience, time and purpose of the tokens that are addressed to the gateway itself. */
final class TokenChecks {
    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int ALLOWED_SKEW_SECONDS = 30;
    private static final Duration LOGOUT_TOKEN_LASTS = Duration.ofMinutes(5);
    /** A token with an unknown key makes us ask again, but not more often than this. */
    private static final Duration KEYS_AT_MOST_EVERY = Duration.ofSeconds(10);

    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            RSA_USING_SHA256,
            RSA_USING_SHA384,
            RSA_USING_SHA512,
            RSA_PSS_USING_SHA256,
            RSA_PSS_USING_SHA512,
            ECDSA_USING_P256_CURVE_AND_SHA256,
            ECDSA_USING_P384_CURVE_AND_SHA384);

    private final GatewayConfig.Oidc config;
    private final Clock clock;
    private final Supplier<String> jwks;
    private JsonWebKeySet keys;
    private Instant keysReadAt = Instant.EPOCH;

    TokenChecks(GatewayConfig.Oidc config, Clock clock, Supplier<String> jwks) {
        this.config = config;
        this.clock = clock;
        this.jwks = jwks;
    }

    /** A null nonce stands for a refresh, whose id token need not repeat it. */
    Identity idToken(String token, String nonce) {
        JsonObject claims = verified(token, builder -> builder.setRequireExpirationTime()
                .setRequireSubject()
                .setRequireIssuedAt());
        if (nonce != null && !nonce.equals(claims.getString("nonce"))) throw new Refused("nonce of another login");
        String authorizedParty = claims.getString("azp");
        if (authorizedParty != null && !authorizedParty.equals(config.clientId())) throw new Refused("azp is not us");
        if (claims.getJsonObject("events") != null) throw new Refused("no id token");
        return Identity.of(claims);
    }

    LogoutNotice logoutToken(String token) {
        JsonObject claims =
                verified(token, builder -> builder.setRequireIssuedAt().setRequireJwtId());
        if (!claims.getJsonObject("events", new JsonObject()).containsKey(LOGOUT_EVENT)) {
            throw new Refused("no logout event");
        }
        if (claims.containsKey("nonce")) throw new Refused("a logout token has no nonce");
        Instant issued = Instant.ofEpochSecond(claims.getLong("iat"));
        if (issued.plus(LOGOUT_TOKEN_LASTS).isBefore(clock.instant())) throw new Refused("logout token is old");
        var notice = new LogoutNotice(
                Optional.ofNullable(claims.getString("sid")), Optional.ofNullable(claims.getString("sub")));
        if (notice.providerSession().isEmpty() && notice.subject().isEmpty()) throw new Refused("logout of nobody");
        return notice;
    }

    private interface Demands {
        JwtConsumerBuilder on(JwtConsumerBuilder builder);
    }

    private JsonObject verified(String token, Demands demands) {
        var consumer = demands.on(new JwtConsumerBuilder()
                        .setExpectedIssuer(config.issuer().toString())
                        .setExpectedAudience(config.clientId())
                        .setAllowedClockSkewInSeconds(ALLOWED_SKEW_SECONDS)
                        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                        .setJwsAlgorithmConstraints(ALGORITHMS)
                        .setVerificationKeyResolver(this::key))
                .build();
        try {
            return new JsonObject(consumer.process(token).getJwtClaims().getRawJson());
        } catch (InvalidJwtException invalid) {
            throw new Refused("token is not valid", invalid);
        } catch (ClassCastException misshapen) {
            throw new Refused("token has a claim of the wrong kind", misshapen);
        }
    }

    private Key key(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        try {
            return new JwksVerificationKeyResolver(keys(false).getJsonWebKeys()).resolveKey(signature, nesting);
        } catch (UnresolvableKeyException unknown) {
            return new JwksVerificationKeyResolver(keys(true).getJsonWebKeys()).resolveKey(signature, nesting);
        }
    }

    private synchronized JsonWebKeySet keys(boolean again) {
        boolean stale = again && keysReadAt.plus(KEYS_AT_MOST_EVERY).isBefore(clock.instant());
        if (keys == null || stale) {
            try {
                keys = new JsonWebKeySet(jwks.get());
                keysReadAt = clock.instant();
            } catch (JoseException malformed) {
                throw new ProviderAway("the identity provider's keys cannot be read", malformed);
            }
        }
        return keys;
    }
}
