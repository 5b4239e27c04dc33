package io.gendan.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.gendan.rulebook.ContractRules.Effectiveness;

import static io.gendan.contract.Signature.Side.CUSTOMER;
import static io.gendan.contract.Signature.Side.OURS;

/** The signatures under a contract, at most one for each side. */
record Signatures(List<Signature> given) {
    Signatures {
        given = List.copyOf(given);
    }

    /** Nothing is left to add for this side; a customer's signature waits for his seal. */
    boolean isFinal(Signature.Side side) {
        return of(side).filter(s -> side == OURS || s.sealed()).isPresent();
    }

    Signatures with(Signature signature) {
        var all = new ArrayList<>(given);
        all.removeIf(earlier -> earlier.side() == signature.side());
        all.add(signature);
        return new Signatures(all);
    }

    /** What of rule {@code contract.effect} is under the contract beside our own seal (CON-11). */
    List<String> parts() {
        var parts = new ArrayList<String>();
        if (of(OURS).isPresent()) parts.add(Effectiveness.OUR_SIGNATURE);
        if (of(CUSTOMER).isPresent()) parts.add(Effectiveness.CUSTOMER_SIGNATURE);
        if (of(CUSTOMER).filter(Signature::sealed).isPresent()) parts.add(Effectiveness.CUSTOMER_SEAL);
        return parts;
    }

    private Optional<Signature> of(Signature.Side side) {
        return given.stream().filter(signature -> signature.side() == side).findFirst();
    }
}
