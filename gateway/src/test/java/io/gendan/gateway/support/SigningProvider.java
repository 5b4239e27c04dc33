package io.gendan.gateway.support;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An OpenID provider that signs everybody in at once as {@code kim}, checks client secret, PKCE and single use of codes, and
 * can be told over {@code /control} to be away, to refuse refreshes, or to send a token that is wrong in one way.
 */
public final class SigningProvider {
    public static final String SECRET = "only-for-tests";

    private static final String CLIENT = "gendan-web";

    private final String issuer;
    private final RsaJsonWebKey key;
    private final RsaJsonWebKey foreignKey;
    private final Map<String, JsonObject> codes = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> refreshTokens = new ConcurrentHashMap<>();
    private final Map<String, String> mood = new ConcurrentHashMap<>();
    private final AtomicInteger refreshes = new AtomicInteger();

    private SigningProvider(String issuer) throws JoseException {
        this.issuer = issuer;
        this.key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("first");
        this.foreignKey = RsaJwkGenerator.generateJwk(2048);
        foreignKey.setKeyId("first");
    }

    static String issuer(int port) {
        return "http://127.0.0.1:" + port + "/realms/gendan";
    }

    static int start(Vertx vertx) {
        var server = vertx.createHttpServer();
        var provider = new SigningProvider[1];
        server.requestHandler(request -> provider[0].handle(request));
        int port = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        try {
            provider[0] = new SigningProvider(issuer(port));
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
        return port;
    }

    private void handle(HttpServerRequest request) {
        String what = request.path().substring(request.path().lastIndexOf('/') + 1);
        if (what.equals("control")) {
            request.params().forEach(entry -> mood.put(entry.getKey(), entry.getValue()));
            request.response()
                    .end(new JsonObject().put("refreshes", refreshes.get()).toBuffer());
            return;
        }
        if (is("away")) {
            request.connection().close();
            return;
        }
        switch (what) {
            case "openid-configuration" -> json(request, 200, discovery());
            case "certs" ->
                request.response()
                        .end(new JsonWebKeySet(List.of(key)).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
            case "auth" -> authorize(request);
            case "logout-token" -> request.response().end(logoutToken(request));
            case "token" ->
                request.body().onSuccess(body -> {
                    MultiMap form = MultiMap.caseInsensitiveMultiMap();
                    for (String pair : body.toString().split("&")) {
                        String[] parts = pair.split("=", 2);
                        form.add(parts[0], java.net.URLDecoder.decode(parts[1], UTF_8));
                    }
                    token(request, form);
                });
            default -> request.response().setStatusCode(404).end();
        }
    }

    private JsonObject discovery() {
        return new JsonObject()
                .put("issuer", issuer)
                .put("authorization_endpoint", issuer + "/auth")
                .put("token_endpoint", issuer + "/token")
                .put("jwks_uri", issuer + "/certs")
                .put("end_session_endpoint", issuer + "/logout")
                .put("authorization_response_iss_parameter_supported", true);
    }

    private void authorize(HttpServerRequest request) {
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                new JsonObject()
                        .put("nonce", request.getParam("nonce"))
                        .put("challenge", request.getParam("code_challenge"))
                        .put("sid", UUID.randomUUID().toString())
                        .put("sub", mood.getOrDefault("subject", "kim")));
        request.response()
                .setStatusCode(302)
                .putHeader(
                        "Location",
                        request.getParam("redirect_uri") + "?code=" + code + "&state=" + request.getParam("state")
                                + "&iss=" + issuer)
                .end();
    }

    private void token(HttpServerRequest request, MultiMap form) {
        String basic = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
        if (!basic.equals(request.getHeader("Authorization"))) {
            json(request, 401, new JsonObject().put("error", "invalid_client"));
            return;
        }
        boolean refresh = "refresh_token".equals(form.get("grant_type"));
        if (refresh) refreshes.incrementAndGet();
        JsonObject login = refresh ? refreshTokens.remove(form.get("refresh_token")) : codes.remove(form.get("code"));
        boolean proven = login != null
                && (refresh
                        ? !is("refuse-refresh")
                        : challenge(form.get("code_verifier")).equals(login.getString("challenge")));
        if (!proven) {
            json(request, 400, new JsonObject().put("error", "invalid_grant"));
            return;
        }
        String next = UUID.randomUUID().toString();
        refreshTokens.put(next, login);
        json(
                request,
                200,
                new JsonObject()
                        .put("access_token", signed(access(login), key))
                        .put("refresh_token", next)
                        .put("id_token", signed(id(login), is("foreign-key") ? foreignKey : key))
                        .put("expires_in", 300)
                        .put("token_type", "Bearer"));
    }

    private JsonObject access(JsonObject login) {
        return claims(login)
                .put("aud", "gendan-api")
                .put("typ", "Bearer")
                .put("jti", UUID.randomUUID().toString());
    }

    private JsonObject id(JsonObject login) {
        return claims(login)
                .put("aud", is("foreign-audience") ? "somebody-else" : CLIENT)
                .put("nonce", is("wrong-nonce") ? "another" : login.getString("nonce"));
    }

    private JsonObject claims(JsonObject login) {
        long now = Instant.now().getEpochSecond();
        return new JsonObject()
                .put("iss", issuer)
                .put("sub", "id-of-" + login.getString("sub"))
                .put("azp", CLIENT)
                .put("sid", login.getString("sid"))
                .put("preferred_username", login.getString("sub"))
                .put("name", "金")
                .put("realm_access", new JsonObject().put("roles", new JsonArray().add("SALES")))
                .put("iat", now)
                .put("exp", now + 86_400);
    }

    private String logoutToken(HttpServerRequest request) {
        JsonObject claims = new JsonObject()
                .put("iss", issuer)
                .put("aud", CLIENT)
                .put("iat", Instant.now().getEpochSecond() - Long.parseLong(request.getParam("age", "0")))
                .put("jti", UUID.randomUUID().toString());
        if (!"true".equals(request.getParam("no-event"))) {
            claims.put(
                    "events",
                    new JsonObject().put("http://schemas.openid.net/event/backchannel-logout", new JsonObject()));
        }
        if (request.getParam("nonce") != null) claims.put("nonce", request.getParam("nonce"));
        if (request.getParam("sid") != null) claims.put("sid", request.getParam("sid"));
        if (request.getParam("sub") != null) claims.put("sub", request.getParam("sub"));
        return signed(claims, "true".equals(request.getParam("foreign-key")) ? foreignKey : key);
    }

    private static String signed(JsonObject claims, RsaJsonWebKey key) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.encode());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue("RS256");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private boolean is(String what) {
        return "true".equals(mood.get(what));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void json(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.toBuffer());
    }
}
