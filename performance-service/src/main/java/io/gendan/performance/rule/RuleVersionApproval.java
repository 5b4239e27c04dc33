package io.gendan.performance.rule;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.approval.Approvable;
import io.gendan.core.approval.Decider;
import io.gendan.core.approval.Remark;
import io.gendan.core.problem.Problem;
import io.gendan.core.ruling.Amendments;
import io.gendan.core.ruling.Rules;

/** Legal reviews a version, the leader in charge approves it, and with that it is published (SUP-13). */
@ApplicationScoped
class RuleVersionApproval extends Approvable {
    @Inject
    RuleRegister register;

    @Inject
    Amendments amendments;

    @Inject
    Rules rules;

    @Inject
    Acts acts;

    @Override
    public String recordType() {
        return "rule-version";
    }

    @Override
    protected boolean mayRead(UUID recordId) {
        return register.isReadableBy(acts.ofCaller(), register.get(recordId));
    }

    @Override
    protected void requireNoOtherPart(UUID recordId, String step, Decider decider, Act act) {
        register.get(recordId).requireNotByAuthor(decider, act);
    }

    @Override
    protected void requireOffice(UUID recordId, String step, Decider decider, Act act) {
        register.get(recordId).requireOffice(step, decider, act);
    }

    /** Publishes it, here at once and to the other services with the event. */
    @Override
    protected void approved(UUID recordId, Decider last, Act act) {
        var version = register.get(recordId);
        int number = register.nextNumber(version.rule());
        rules.refresh(); // whoever had the number before may have published a moment ago
        if (register.hasPublished(version))
            throw new Problem.Conflict(
                    "rule-version-overlaps",
                    Map.of(
                            "rule",
                            version.rule(),
                            "from",
                            version.effectiveFrom().toString()));
        JsonNode before = register.valuesAt(version.rule(), version.scope(), version.effectiveFrom());
        version.requireUpToDate(before);
        var published = register.change(recordId, act, approved -> approved.publish(number, before, last.by(), act));
        amendments.keep(published.id(), published.amendment());
        published.readingRequired(act).ifPresent(register::alsoTell);
    }

    @Override
    protected void returned(UUID recordId, List<Remark> remarks, Act act) {
        register.adjust(
                recordId, act, "performance.rule.returned", version -> version.returnWith(Remark.text(remarks)));
    }

    @Override
    protected void withdrawn(UUID recordId, Act act) {
        register.adjust(recordId, act, "performance.rule.withdrawn", version -> version.withdraw(act));
    }
}
