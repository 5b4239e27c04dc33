package io.gendan.contract.sealuse;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.act.Act;
import io.gendan.core.store.Aggregates;
import io.gendan.events.contract.ContractEvent;

/** The seal register. */
@ApplicationScoped
public class SealUses extends Aggregates<SealUse, ContractEvent> {
    /**
     * What is to be sealed.
     *
     * @param textChecksum SHA-256 of exactly the text
     */
    public record Application(
            UUID contractId, String contractNumber, Seal seal, int copies, String textChecksum, String applicant) {}

    SealUses() {
        super("seal-use");
    }

    /** Enters that the caller, who holds the seal, has applied it. */
    public void enter(Application application, Act act) {
        add(new SealUse(application, act), act);
    }
}
