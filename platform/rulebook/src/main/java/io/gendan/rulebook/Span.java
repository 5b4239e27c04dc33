package io.gendan.rulebook;

/** Parameters that set a deadline: so long after something happened. */
public interface Span {
    WorkingTime time();
}
