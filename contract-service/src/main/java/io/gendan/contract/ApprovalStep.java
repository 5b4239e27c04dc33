package io.gendan.contract;

import java.util.Arrays;
import java.util.List;

import io.gendan.core.approval.Approver;
import io.gendan.core.approval.PlannedStep;
import io.gendan.core.approval.Quorum;
import io.gendan.core.security.Roles;
import io.gendan.rulebook.Limit;
import io.gendan.rulebook.Rule;

/** Who has to agree to a text, each in a state of his own (CON-06, CON-08). */
enum ApprovalStep {
    LEGAL(Roles.LEGAL, "legal-reviewer", ContractStatus.LEGAL_REVIEW),
    HEAD(Roles.HEAD, "head", ContractStatus.HEAD_SIGNOFF),
    LEAD(Roles.LEAD, "leader", ContractStatus.LEAD_SIGNOFF);

    static final String DRAFTER = "drafter";

    final String role;

    /** Its name in rule {@code contract.separation}. */
    final String part;

    final ContractStatus status;

    ApprovalStep(String role, String part, ContractStatus status) {
        this.role = role;
        this.part = part;
        this.status = status;
    }

    PlannedStep planned(Approver approver, Rule<Limit> limit) {
        return new PlannedStep(name(), part, List.of(approver), Quorum.ANY, limit);
    }

    /** The steps of these roles, in their order. */
    static List<ApprovalStep> ofRoles(List<String> roles) {
        return roles.stream().map(ApprovalStep::ofRole).toList();
    }

    private static ApprovalStep ofRole(String role) {
        return Arrays.stream(values())
                .filter(step -> step.role.equals(role))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "rule contract.signoff names " + role + ", for whom a contract has no step of approval"));
    }
}
