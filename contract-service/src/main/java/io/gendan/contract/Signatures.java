package io.gendan.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.gendan.rulebook.ContractRules;

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

    /** What the contract lacks to take effect once our seal is on it (CON-11). */
    List<String> missing(ContractRules.Effectiveness rule) {
        var missing = new ArrayList<String>();
        if (rule.signedByBoth() && of(OURS).isEmpty()) missing.add("our-signature");
        if (rule.signedByBoth() && of(CUSTOMER).isEmpty()) missing.add("customer-signature");
        if (rule.sealedByBoth() && of(CUSTOMER).filter(Signature::sealed).isEmpty()) missing.add("customer-seal");
        return missing;
    }

    private Optional<Signature> of(Signature.Side side) {
        return given.stream().filter(signature -> signature.side() == side).findFirst();
    }
}
