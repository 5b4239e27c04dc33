package io.gendan.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.gendan.core.approval.Agreement;
import io.gendan.rulebook.ContractRules;

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

    /** The parts in the contract that a person has beside the one of this step (CON-09). */
    Set<String> otherParts(Set<String> authors, ApprovalStep step, String person) {
        var parts = new TreeSet<String>();
        if (authors.contains(person)) parts.add(ApprovalStep.DRAFTER);
        given.stream().filter(approval -> approval.isFrom(person)).forEach(approval -> parts.add(approval.step().part));
        parts.remove(step.part);
        return parts;
    }

    /** What rule {@code contract.seal} looks at before a text with this checksum is sealed (CON-12). */
    Map<String, Object> beforeSeal(ContractRules.SignOff signOff, String textChecksum) {
        var unsigned = ApprovalStep.ofRoles(signOff.sequence()).stream()
                .filter(step -> !has(step))
                .map(step -> step.status.name())
                .toList();
        boolean same =
                given.stream().allMatch(approval -> approval.textChecksum().equals(textChecksum));
        return Map.of(
                "reviewed", has(ApprovalStep.LEGAL), "unsigned", unsigned, "same", same, "textChecksum", textChecksum);
    }

    private boolean has(ApprovalStep step) {
        return given.stream().anyMatch(approval -> approval.step() == step);
    }
}
