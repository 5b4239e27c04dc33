package io.gendan.local;

/** The stack cannot go on; the message is meant for the person at the terminal. */
public final class StackFailure extends RuntimeException {
    StackFailure(String message) {
        super(message);
    }

    StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
