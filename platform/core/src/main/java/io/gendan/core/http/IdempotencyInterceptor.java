package io.gendan.core.http;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;

@Interceptor
@Idempotent
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 250) // after the roles were checked
class IdempotencyInterceptor {
    private static final String HEADER = "Idempotency-Key";
    private static final int MOST_ATTEMPTS = 5;

    private record Answer(String fingerprint, String response) {}

    @Inject
    HttpHeaders headers;

    @Inject
    UriInfo uri;

    @Inject
    SecurityIdentity caller;

    @Inject
    Sql sql;

    @Inject
    ObjectMapper mapper;

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        String key = headers.getHeaderString(HEADER);
        Method method = call.getMethod();
        if (method.isAnnotationPresent(GET.class)) return call.proceed();
        if (key == null) return decidedAnew(call::proceed);
        if (!key.matches("[\\x21-\\x7e]{8,128}")) throw Problem.Invalid.field(HEADER, "idempotency-key");
        String fingerprint = fingerprint(call);
        return decidedAnew(() -> QuarkusTransaction.joiningExisting().call(() -> answer(call, key, fingerprint)));
    }

    /**
     * A caller who named no version has not seen one: where another act was quicker, his is decided anew on what that one
     * left, as if it had come a moment later.
     */
    private Object decidedAnew(Callable<Object> act) throws Exception {
        for (int attempt = 1; ; attempt++)
            try {
                return act.call();
            } catch (RuntimeException failure) {
                boolean again = attempt < MOST_ATTEMPTS
                        && headers.getHeaderString(HttpHeaders.IF_MATCH) == null
                        && LostRace.isCauseOf(failure);
                if (!again) throw failure;
            }
    }

    private Object answer(InvocationContext call, String key, String fingerprint) throws Exception {
        String principal = caller.getPrincipal().getName();
        refuseWhileInFlight(principal, key);
        List<Answer> earlier = sql.rows(
                row -> new Answer(row.getString(1), row.getString(2)),
                "select fingerprint, response from idempotent_request where principal = ? and key = ?",
                principal,
                key);
        if (!earlier.isEmpty()) return repeated(call, key, fingerprint, earlier.getFirst());
        Object result = call.proceed();
        sql.run(
                "insert into idempotent_request (principal, key, fingerprint, response) values (?, ?, ?, ?)",
                principal,
                key,
                fingerprint,
                mapper.writeValueAsString(result));
        return result;
    }

    /** The lock only makes the second one's answer quick; that the effect happens once is the primary key's doing. */
    private void refuseWhileInFlight(String principal, String key) {
        boolean first = sql.column(
                        Boolean.class,
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                        principal + "\n" + key)
                .getFirst();
        if (!first) throw new Problem.Conflict("request-in-flight", Map.of("key", key));
    }

    private Object repeated(InvocationContext call, String key, String fingerprint, Answer stored) throws Exception {
        if (!fingerprint.equals(stored.fingerprint()))
            throw new Problem.Unprocessable("idempotency-key-reused", Map.of("key", key));
        return mapper.readerFor(mapper.constructType(call.getMethod().getGenericReturnType()))
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // a later release may have written it
                .readValue(stored.response());
    }

    private String fingerprint(InvocationContext call) throws Exception {
        MessageDigest sha = sha256();
        sha.update(uri.getPath().getBytes(StandardCharsets.UTF_8));
        sha.update(call.getMethod().getName().getBytes(StandardCharsets.UTF_8));
        sha.update(mapper.writeValueAsBytes(call.getParameters()));
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
