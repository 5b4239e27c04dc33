package io.gendan.core.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * One of the decisions a step waits for.
 *
 * @param owner whose decision it is
 * @param delegate to whom he handed it on; null while it is his
 * @param superior who may take it as well since it was not taken in time; null before
 */
record Seat(String owner, Origin origin, String delegate, String superior, Decision decision) {
    enum Origin {
        /** Found by the plan, and gone again if the plan finds somebody else. */
        PLANNED,
        /** Named where the plan found nobody. */
        NAMED,
        /** Asked in addition: has to agree whatever the quorum. */
        ADDED
    }

    /** @param by who took it; differs from the seat's owner where he stood in for him */
    record Decision(String by, Instant at, String checksum) {}

    static Seat of(String owner, Origin origin) {
        return new Seat(owner, origin, null, null, null);
    }

    boolean undecided() {
        return decision == null;
    }

    String holder() {
        return delegate == null ? owner : delegate;
    }

    /** Whether this person may take the decision, by himself or for one of those he represents. */
    Optional<Voice> voiceOf(String person, Set<String> represented) {
        boolean may = person.equals(holder())
                || person.equals(superior)
                || represented.contains(holder())
                || (superior != null && represented.contains(superior));
        return may ? Optional.of(new Voice(person, owner, origin == Origin.ADDED)) : Optional.empty();
    }

    boolean involves(String person) {
        return person.equals(owner)
                || person.equals(delegate)
                || person.equals(superior)
                || (decision != null && person.equals(decision.by()));
    }

    /** Whether the decision is this person's: taken by himself, or by his substitute for him. */
    boolean speaksFor(String person) {
        return decision != null
                && (decision.by().equals(person) || (owner.equals(person) && delegate == null && superior == null));
    }

    /** What was handed on to somebody who is gone comes back. */
    Seat without(Collection<String> gone) {
        return new Seat(
                owner,
                origin,
                delegate != null && gone.contains(delegate) ? null : delegate,
                superior != null && gone.contains(superior) ? null : superior,
                decision);
    }

    Seat delegatedTo(String person) {
        return new Seat(owner, origin, person, superior, decision);
    }

    Seat alsoFor(String superior) {
        return new Seat(owner, origin, delegate, superior, decision);
    }

    Seat decided(Decision decision) {
        return new Seat(owner, origin, delegate, superior, decision);
    }
}
