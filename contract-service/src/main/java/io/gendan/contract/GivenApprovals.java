package io.gendan.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.gendan.core.approval.Agreement;
import io.gendan.rulebook.ContractRules;
import io.gendan.rulebook.Separation;

/** Who has agreed to a text so far, and what the rules make of it. */
record GivenApprovals(List<Approval> given) {
    static final GivenApprovals NONE = new GivenApprovals(List.of());

    GivenApprovals {
        given = List.copyOf(given);
    }

    static GivenApprovals of(List<Agreement> agreements) {
        return new GivenApprovals(agreements.stream()
                .map(a -> new Approval(ApprovalStep.valueOf(a.step()), a.by(), a.forWhom(), a.at(), a.checksum()))
                .toList());
    }

    boolean isFrom(String person) {
        return given.stream().anyMatch(approval -> approval.isFrom(person));
    }

    /** Other parts in the contract that a person has who is about to take this step (CON-09). */
    Set<String> clashes(Separation rule, Set<String> authors, ApprovalStep step, String person) {
        var clashes = new TreeSet<String>();
        for (String author : authors) {
            var holders = new HashMap<String, String>();
            holders.put(ApprovalStep.DRAFTER, author);
            for (Approval approval : given)
                holders.put(approval.step().part, approval.isFrom(person) ? person : approval.by());
            holders.put(step.part, person);
            clashes.addAll(rule.clashes(holders));
        }
        clashes.remove(step.part);
        return clashes;
    }

    /** What lacks before a text with this checksum is sealed (CON-12). */
    List<String> missingForSeal(ContractRules.SealUse rule, ContractRules.SignOff signOff, String textChecksum) {
        var missing = new ArrayList<String>();
        if (rule.legalReview() && !has(ApprovalStep.LEGAL)) missing.add(ApprovalStep.LEGAL.status.name());
        if (rule.signOff())
            ApprovalStep.ofRoles(signOff.sequence()).stream()
                    .filter(step -> !has(step))
                    .forEach(step -> missing.add(step.status.name()));
        if (rule.sameText() && given.stream().anyMatch(a -> !a.textChecksum().equals(textChecksum)))
            missing.add("same-text");
        return missing;
    }

    private boolean has(ApprovalStep step) {
        return given.stream().anyMatch(approval -> approval.step() == step);
    }
}
