package io.gendan.core.approval;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.deadline.MissedDeadline;

/**
 * A kind of record that is approved: what its rules demand of those who decide, and what follows from their decision. One
 * bean for each; all of it takes place in the transaction of the decision.
 */
public abstract class Approvable implements MissedDeadline {
    @Inject
    Approvals engine;

    /** Whether the caller may see the record, and with it how it is approved. */
    protected abstract boolean mayRead(UUID recordId);

    /**
     * Refuses whoever must not decide, with the code of the rule, and leaves a ruling either way. Asked also of people whom
     * the plan does not ask, so that they hear the rule's reason.
     *
     * @param step code of the step
     */
    protected abstract void requireMayDecide(UUID recordId, String step, Decider decider, Act act);

    /** A step has passed, and this one follows. */
    protected void advanced(UUID recordId, String nextStep, Act act) {}

    /** @param last who took the last decision it waited for */
    protected abstract void approved(UUID recordId, Decider last, Act act);

    protected abstract void returned(UUID recordId, List<Remark> remarks, Act act);

    protected abstract void withdrawn(UUID recordId, Act act);

    /** The limit of a step has run out. */
    @Override
    public final void missed(UUID recordId, String code, Act act) {
        engine.missed(recordId, code, act);
    }
}
