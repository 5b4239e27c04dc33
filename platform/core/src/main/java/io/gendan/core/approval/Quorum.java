package io.gendan.core.approval;

/**
 * How many of those who are asked have to agree.
 *
 * @param needed null for all of them
 */
public record Quorum(Integer needed) {
    public static final Quorum ANY = new Quorum(1);
    public static final Quorum ALL = new Quorum(null);

    public Quorum {
        if (needed != null && needed < 1) throw new IllegalArgumentException("a quorum of " + needed);
    }

    public static Quorum of(int needed) {
        return new Quorum(needed);
    }

    /** Whether so many who are asked can reach it; of nobody nothing is reached. */
    boolean isAttainable(int asked) {
        return asked > 0 && asked >= required(asked);
    }

    boolean isReached(int agreed, int asked) {
        return asked > 0 && agreed >= required(asked);
    }

    private int required(int asked) {
        return needed == null ? asked : needed;
    }
}
