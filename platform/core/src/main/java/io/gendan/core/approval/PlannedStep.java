package io.gendan.core.approval;

import java.util.List;

import io.gendan.rulebook.Limit;
import io.gendan.rulebook.Rule;

/**
 * A step as the rules demand it.
 *
 * @param code names it within the plan, for example {@code head}
 * @param part what its approver is called in the rule that keeps parts apart
 * @param limit rule on how long it may take, after which the superior is asked as well; null for none
 */
public record PlannedStep(String code, String part, List<Approver> approvers, Quorum quorum, Rule<Limit> limit) {
    public PlannedStep {
        approvers = List.copyOf(approvers);
    }
}
