package io.gendan.performance.rule;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.performance.RuleEvent;

@ApplicationScoped
class RuleQuestions extends Aggregates<RuleQuestion, RuleEvent> {
    RuleQuestions() {
        super("rule-question");
    }
}
