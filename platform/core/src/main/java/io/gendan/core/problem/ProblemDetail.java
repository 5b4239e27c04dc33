package io.gendan.core.problem;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of every refusal (RFC 9457, {@code application/problem+json}).
 *
 * @param code stable; texts are not
 * @param rule key, {@code version} and {@code clause} of the rule that refused, where one did
 * @param ruling id under which the refusal can be looked up and replayed
 */
@Schema(name = "Problem", description = "Why a request was refused (RFC 9457).")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDetail(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String instance,
        List<Field> errors,
        String rule,
        Integer version,
        String clause,
        String clauseText,
        UUID ruling) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One wrong field: its path in the request, a stable code, and the reason in the caller's language. */
    public record Field(String field, String code, String message) {}

    public static String typeOf(String code) {
        return "urn:gendan:problem:" + code;
    }
}
