package io.gendan.performance.rule;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.performance.RuleEvent;

@ApplicationScoped
class RuleProposals extends Aggregates<RuleProposal, RuleEvent> {
    RuleProposals() {
        super("rule-proposal");
    }

    boolean existsOf(UUID question) {
        return count("questionId", question) > 0;
    }
}
