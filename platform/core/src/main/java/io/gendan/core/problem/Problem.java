package io.gendan.core.problem;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.gendan.rulebook.Clause;
import io.gendan.rulebook.Ruling;

/**
 * A refusal. Its code is stable and public; its HTTP status is decided in one place, and its text in the caller's
 * language comes from the resource bundles {@code problems}, by code and with the arguments given here.
 */
public abstract sealed class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> arguments;

    private Problem(String code, Map<String, Object> arguments) {
        super(code + " " + arguments, null, false, false);
        this.code = code;
        this.arguments = Map.copyOf(arguments);
    }

    public String code() {
        return code;
    }

    public Map<String, Object> arguments() {
        return arguments;
    }

    /** There is no such record, or none the caller may know of. */
    public static final class NotFound extends Problem {
        private static final long serialVersionUID = 1L;

        public NotFound(String recordType, Object id) {
            super("not-found", Map.of("record", recordType, "id", String.valueOf(id)));
        }
    }

    /** The record's state has no such exit. */
    public static final class IllegalMove extends Problem {
        private static final long serialVersionUID = 1L;

        public IllegalMove(String recordType, UUID id, Enum<?> from, Enum<?> to) {
            super(
                    "illegal-move",
                    Map.of("record", recordType, "id", id.toString(), "from", from.name(), "to", to.name()));
        }

        /** Where the act is known but leads to no state of its own. */
        public IllegalMove(String recordType, UUID id, Enum<?> from, String act) {
            super("illegal-move", Map.of("record", recordType, "id", id.toString(), "from", from.name(), "to", act));
        }
    }

    /** A rule of the regulation forbids it; the ruling names rule, version and clause. */
    public static final class RuleBroken extends Problem {
        private static final long serialVersionUID = 1L;

        private final transient Ruling ruling;
        private final transient Clause clause;

        public RuleBroken(String code, Ruling ruling, Clause clause) {
            super(code, ruling.inputs());
            this.ruling = ruling;
            this.clause = clause;
        }

        public Ruling ruling() {
            return ruling;
        }

        public Clause clause() {
            return clause;
        }
    }

    /** Fields of the request are missing or wrong. */
    public static final class Invalid extends Problem {
        private static final long serialVersionUID = 1L;

        private final transient List<FieldError> errors;

        public Invalid(List<FieldError> errors) {
            super(
                    "invalid",
                    Map.of("fields", errors.stream().map(FieldError::field).toList()));
            this.errors = List.copyOf(errors);
        }

        public static Invalid field(String field, String code, Object... arguments) {
            return new Invalid(List.of(new FieldError(field, code, List.of(arguments))));
        }

        public List<FieldError> errors() {
            return errors;
        }
    }

    /**
     * One wrong field.
     *
     * @param code key of its message in the bundles, as {@code field.<code>}
     * @param arguments fill {0}, {1} … of the message
     */
    public record FieldError(String field, String code, List<Object> arguments) {}

    /** The caller's role would do, but not for this record. */
    public static final class NotAllowed extends Problem {
        private static final long serialVersionUID = 1L;

        public NotAllowed(String code, Map<String, Object> arguments) {
            super(code, arguments);
        }
    }

    /** Somebody else changed the record since the caller read it. */
    public static final class ChangedMeanwhile extends Problem {
        private static final long serialVersionUID = 1L;

        public ChangedMeanwhile(String recordType, Object id) {
            super("changed-meanwhile", Map.of("record", recordType, "id", String.valueOf(id)));
        }
    }

    /** The request contradicts what is stored: a number taken, a key reused with another body. */
    public static final class Conflict extends Problem {
        private static final long serialVersionUID = 1L;

        public Conflict(String code, Map<String, Object> arguments) {
            super(code, arguments);
        }
    }

    /** Well-formed, and yet it cannot be processed. */
    public static final class Unprocessable extends Problem {
        private static final long serialVersionUID = 1L;

        public Unprocessable(String code, Map<String, Object> arguments) {
            super(code, arguments);
        }
    }
}
