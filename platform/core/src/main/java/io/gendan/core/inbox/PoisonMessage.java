package io.gendan.core.inbox;

/** A message that no repetition makes readable. */
class PoisonMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PoisonMessage(String reason, Throwable cause) {
        super(reason, cause);
    }
}
