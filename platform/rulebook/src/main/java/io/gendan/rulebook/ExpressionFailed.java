package io.gendan.rulebook;

/** An expression came to neither yes nor no: a fact is missing, a number too large, the work too much. */
public final class ExpressionFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExpressionFailed(String reason) {
        super(reason);
    }
}
