package io.gendan.rulebook;

/** A condition was asked without something it decides from. */
public final class FactMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FactMissing(String name) {
        super("nothing is known of \"%s\"".formatted(name));
    }
}
