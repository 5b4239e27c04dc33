package io.gendan.core.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.gendan.core.problem.Problem;
import io.gendan.core.problem.Problem.FieldError;
import io.gendan.core.problem.ProblemDetail;
import io.gendan.core.problem.Texts;
import io.gendan.core.ruling.Rulings;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a refusal gets its HTTP status and its text. */
@ApplicationScoped
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @Inject
    Texts texts;

    @Inject
    Rulings rulings;

    @ServerExceptionMapper
    RestResponse<ProblemDetail> refused(Problem problem, HttpHeaders headers, UriInfo uri) {
        int status =
                switch (problem) {
                    case Problem.NotFound _ -> 404;
                    case Problem.IllegalMove _ -> 409;
                    case Problem.ChangedMeanwhile _ -> 409;
                    case Problem.Conflict _ -> 409;
                    case Problem.Invalid _ -> 400;
                    case Problem.NotAllowed _ -> 403;
                    case Problem.RuleBroken _ -> 422;
                    case Problem.Unprocessable _ -> 422;
                };
        Locale locale = Language.of(headers);
        if (problem instanceof Problem.RuleBroken broken) {
            rulings.recordRefusal(broken.ruling());
            return answer(status, problem.code(), problem.arguments(), null, broken, locale, uri);
        }
        List<ProblemDetail.Field> errors = problem instanceof Problem.Invalid invalid
                ? invalid.errors().stream().map(error -> field(error, locale)).toList()
                : null;
        return answer(status, problem.code(), problem.arguments(), errors, null, locale, uri);
    }

    @ServerExceptionMapper({OptimisticLockException.class, StaleStateException.class})
    RestResponse<ProblemDetail> raceLost(RuntimeException lost, HttpHeaders headers, UriInfo uri) {
        return refused(new Problem.ChangedMeanwhile("record", "–"), headers, uri);
    }

    @ServerExceptionMapper
    RestResponse<ProblemDetail> invalid(ConstraintViolationException violation, HttpHeaders headers, UriInfo uri) {
        List<ProblemDetail.Field> errors = violation.getConstraintViolations().stream()
                .map(v -> new ProblemDetail.Field(path(v), code(v), v.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
        return answer(400, "invalid", Map.of("fields", fieldsOf(errors)), errors, null, Language.of(headers), uri);
    }

    /** A body that is no JSON, has a field of the wrong type, or one that is not known here. */
    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    RestResponse<ProblemDetail> unreadable(JacksonException unreadable, HttpHeaders headers, UriInfo uri) {
        Locale locale = Language.of(headers);
        if (!(unreadable instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty())
            return answer(400, "unreadable-body", Map.of(), null, null, locale, uri);
        String code = mapping instanceof UnrecognizedPropertyException ? "unknown" : "malformed";
        var error = field(new FieldError(path(mapping), code, List.of()), locale);
        return answer(400, "invalid", Map.of("fields", List.of(error.field())), List.of(error), null, locale, uri);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    RestResponse<ProblemDetail> notSignedIn(SecurityException refused, HttpHeaders headers, UriInfo uri) {
        return RestResponse.ResponseBuilder.<ProblemDetail>create(401)
                .entity(answer(401, "not-signed-in", Map.of(), null, null, Language.of(headers), uri)
                        .getEntity())
                .type(ProblemDetail.MEDIA_TYPE)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    RestResponse<ProblemDetail> roleMissing(ForbiddenException refused, HttpHeaders headers, UriInfo uri) {
        return answer(403, "role-missing", Map.of(), null, null, Language.of(headers), uri);
    }

    @ServerExceptionMapper
    RestResponse<ProblemDetail> http(WebApplicationException refused, HttpHeaders headers, UriInfo uri) {
        if (refused.getCause() instanceof JacksonException unreadable) return unreadable(unreadable, headers, uri);
        int status = refused.getResponse().getStatus();
        String code =
                switch (Response.Status.fromStatusCode(status)) {
                    case NOT_FOUND -> "no-such-resource";
                    case METHOD_NOT_ALLOWED -> "method-not-allowed";
                    case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
                    case NOT_ACCEPTABLE -> "not-acceptable";
                    case REQUEST_ENTITY_TOO_LARGE -> "body-too-large";
                    case null, default -> status < 500 ? "bad-request" : "internal-error";
                };
        return answer(status, code, Map.of(), null, null, Language.of(headers), uri);
    }

    @ServerExceptionMapper
    RestResponse<ProblemDetail> failed(RuntimeException failure, HttpHeaders headers, UriInfo uri) {
        if (LostRace.isCauseOf(failure)) return raceLost(failure, headers, uri);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) return refused(problem, headers, uri);
            if (cause instanceof java.sql.SQLException sql && isRefusedText(sql))
                return answer(400, "unreadable-body", Map.of(), null, null, Language.of(headers), uri);
        }
        LOG.errorf(failure, "request failed: %s", uri.getPath());
        return answer(500, "internal-error", Map.of(), null, null, Language.of(headers), uri);
    }

    /** PostgreSQL stores any text but one with U+0000 in it. */
    private static boolean isRefusedText(java.sql.SQLException sql) {
        return "22021".equals(sql.getSQLState()) || "22P05".equals(sql.getSQLState());
    }

    private RestResponse<ProblemDetail> answer(
            int status,
            String code,
            Map<String, ?> arguments,
            List<ProblemDetail.Field> errors,
            Problem.RuleBroken broken,
            Locale locale,
            UriInfo uri) {
        var detail = new ProblemDetail(
                ProblemDetail.typeOf(code),
                texts.text("status." + status, locale, Map.of()),
                status,
                texts.text(code, locale, arguments),
                code,
                uri.getRequestUri().getPath(),
                errors,
                broken == null ? null : broken.ruling().rule(),
                broken == null ? null : broken.ruling().version(),
                broken == null ? null : broken.clause().citation(),
                broken == null ? null : broken.clause().text(locale),
                broken == null ? null : broken.ruling().id());
        return RestResponse.ResponseBuilder.<ProblemDetail>create(status)
                .entity(detail)
                .type(ProblemDetail.MEDIA_TYPE)
                .build();
    }

    private ProblemDetail.Field field(FieldError error, Locale locale) {
        var arguments = new java.util.HashMap<String, Object>();
        for (int i = 0; i < error.arguments().size(); i++)
            arguments.put(String.valueOf(i), error.arguments().get(i));
        return new ProblemDetail.Field(
                error.field(), error.code(), texts.text("field." + error.code(), locale, arguments));
    }

    private static List<String> fieldsOf(List<ProblemDetail.Field> errors) {
        return errors.stream().map(ProblemDetail.Field::field).distinct().toList();
    }

    private static String code(ConstraintViolation<?> violation) {
        return violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName()
                .replaceAll("(?<=.)(?=\\p{Lu})", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** The violated field as the caller wrote it: without the names of our method and its parameter. */
    private static String path(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        var path = new StringBuilder();
        for (Path.Node node : nodes.size() > 2 ? nodes.subList(2, nodes.size()) : nodes.subList(1, nodes.size())) {
            if (node.getIndex() != null)
                path.append('[').append(node.getIndex()).append(']');
            if (node.getName() != null) path.append(path.isEmpty() ? "" : ".").append(node.getName());
        }
        return path.toString();
    }

    private static String path(JsonMappingException mapping) {
        var path = new StringBuilder();
        for (var reference : mapping.getPath())
            if (reference.getFieldName() == null)
                path.append('[').append(reference.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
        return path.toString();
    }
}
