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
     * Refuses whoever has another part in the record, with the code of the rule, and leaves a ruling either way. Asked also
     * of people whom the plan does not ask, so that they hear the rule's reason.
     *
     * @param step code of the step
     */
    protected abstract void requireNoOtherPart(UUID recordId, String step, Decider decider, Act act);

    /**
     * Refuses whoever lacks the office that the step takes, or goes beyond its limit, likewise. Not asked of those who agree in
     * addition: their office is another one.
     */
    protected void requireOffice(UUID recordId, String step, Decider decider, Act act) {}

    /** A step has passed, and this one follows. */
    protected void advanced(UUID recordId, String nextStep, Act act) {}

    /** @param last who took the last decision of those the plan asked for */
    protected abstract void approved(UUID recordId, Decider last, Act act);

    protected abstract void returned(UUID recordId, List<Remark> remarks, Act act);

    protected abstract void withdrawn(UUID recordId, Act act);

    /** The limit of a step has run out. */
    @Override
    public final void missed(UUID recordId, String code, Act act) {
        engine.missed(recordId, code, act);
    }
}
