package io.gendan.performance.rule;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.approval.Approvals;
import io.gendan.core.approval.Remark;
import io.gendan.core.approval.Submission;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.problem.Problem;
import io.gendan.core.ruling.Rules;
import io.gendan.core.security.Roles;
import io.gendan.events.performance.RuleEvent.ReadingConfirmed;
import io.gendan.performance.staff.StaffRegister;
import io.gendan.performance.staff.Units;
import io.gendan.rulebook.Amendment;
import io.gendan.rulebook.ParametersInvalid;
import io.gendan.rulebook.Scope;

@ApplicationScoped
@Transactional
class RuleCommands {
    /** What begins later is a slip in writing. */
    private static final Instant LATEST = Instant.parse("2999-12-31T16:00:00Z");

    @Inject
    RuleRegister register;

    @Inject
    Rules rules;

    @Inject
    Approvals approvals;

    @Inject
    StaffDirectory directory;

    @Inject
    RuleReadings readings;

    @Inject
    StaffRegister staff;

    @Inject
    Units units;

    @Inject
    Acts acts;

    @Inject
    ObjectMapper mapper;

    RegisteredVersion draft(RuleVersionResource.Draft draft) {
        var act = begin();
        var scope = scope(draft);
        return register.add(
                new RegisteredVersion(draft.rule(), scope, content(draft.rule(), scope, draft.content(), act), act),
                act);
    }

    RegisteredVersion redraft(UUID id, RuleVersionResource.Content request) {
        var act = begin();
        var version = register.get(id);
        var content = content(version.rule(), version.scope(), request, act);
        return register.adjust(id, act, "performance.rule.redrafted", draft -> draft.redraft(content, act));
    }

    RegisteredVersion submit(UUID id) {
        var act = begin();
        var submission = new AtomicReference<Submission>();
        var submitted = register.adjust(
                id, act, "performance.rule.submitted", draft -> submission.set(draft.submit(unitFor(draft), act)));
        approvals.open(submission.get(), act);
        return submitted;
    }

    RegisteredVersion approve(UUID id) {
        var act = begin();
        var version = register.get(id);
        version.requireUnderApproval();
        approvals.approve(id, null, act);
        return version;
    }

    RegisteredVersion returnWith(UUID id, String remarks) {
        var act = begin();
        var version = register.get(id);
        approvals.giveBack(id, null, Remark.onTheWhole(remarks), act);
        return version;
    }

    RegisteredVersion withdraw(UUID id) {
        var act = begin();
        var version = register.get(id);
        if (version.isSubmitted()) approvals.withdraw(id, "withdrawn", act);
        else register.adjust(id, act, "performance.rule.withdrawn", draft -> draft.withdraw(act));
        return version;
    }

    /** Those who decide are looked for near the unit it is for, else near its author. */
    private String unitFor(RegisteredVersion version) {
        return version.scope().unit() != null
                ? version.scope().unit()
                : directory.find(version.author()).map(Person::unit).orElse(null);
    }

    RegisteredVersion confirmReading(UUID id) {
        var act = begin();
        var version = register.get(id);
        if (readings.confirm(id, act)) register.alsoTell(new ReadingConfirmed(id, act.by(), act.at()));
        return version;
    }

    private Act begin() {
        var act = acts.ofCaller();
        staff.refuseOffDuty(act.by());
        return act;
    }

    private Scope scope(RuleVersionResource.Draft draft) {
        if (draft.profile() != null && draft.unit() != null) throw Problem.Invalid.field("unit", "not-with-profile");
        if (draft.profile() != null && !Scope.PROFILES.contains(draft.profile()))
            throw Problem.Invalid.field("profile", "does-not-exist");
        if (draft.unit() != null && units.profileOf(draft.unit()).isEmpty())
            throw Problem.Invalid.field("unit", "does-not-exist");
        return Scope.of(draft.profile(), draft.unit());
    }

    private RegisteredVersion.Content content(String rule, Scope scope, RuleVersionResource.Content content, Act act) {
        Instant from = content.effectiveFrom().toInstant().truncatedTo(ChronoUnit.MICROS);
        if (!from.isAfter(act.at())) throw Problem.Invalid.field("effectiveFrom", "past");
        if (from.isAfter(LATEST)) throw Problem.Invalid.field("effectiveFrom", "too-far");
        JsonNode before = register.valuesAt(rule, scope, from);
        if (content.endsException() == (content.values() != null))
            throw Problem.Invalid.field("values", content.endsException() ? "exception-ends" : "required");
        if (content.endsException()
                && (scope.equals(Scope.COMPANY)
                        || !register.inForce(rule, scope, from).scope().equals(scope)))
            throw Problem.Invalid.field("endsException", "no-exception");
        JsonNode values = content.endsException() ? null : merged(rule, scope, from, before, content.values());
        Set<String> concerns = content.concerns() == null ? Set.of() : content.concerns();
        for (String role : concerns)
            if (!Roles.STAFF.contains(role)) throw Problem.Invalid.field("concerns", "role-unknown", role);
        return new RegisteredVersion.Content(values, before, from, content.reason(), concerns);
    }

    /** What a request leaves out stays as it is. */
    private JsonNode merged(String rule, Scope scope, Instant from, JsonNode before, Map<String, Object> given) {
        ObjectNode values = before.deepCopy();
        given.forEach((name, value) -> values.set(name, mapper.valueToTree(value)));
        try {
            rules.current().amended(List.of(new Amendment(rule, Integer.MAX_VALUE, scope, values, from)));
        } catch (ParametersInvalid invalid) {
            throw new Problem.Invalid(invalid.faults().stream()
                    .map(fault -> new Problem.FieldError(
                            fault.parameter().isEmpty() ? "values" : "values." + fault.parameter(),
                            fault.code(),
                            fault.arguments()))
                    .toList());
        }
        return values;
    }
}
