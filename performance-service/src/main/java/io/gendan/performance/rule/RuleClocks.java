package io.gendan.performance.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.clock.Timed;

/**
 * A published version that has reached its date is EFFECTIVE, and the one before it SUPERSEDED. This is for the register's
 * readers: what governs an act follows from the dates alone, whichever of two is looked at first.
 */
@ApplicationScoped
class RuleClocks implements Timed<RegisteredVersion> {
    @Inject
    RuleRegister register;

    @Override
    public Class<RegisteredVersion> kind() {
        return RegisteredVersion.class;
    }

    @Override
    public String moment() {
        return "watchAt";
    }

    @Override
    public void strike(RegisteredVersion due, Act act) {
        var beside = register.inEffectBeside(due);
        register.adjust(due.id(), act, "performance.rule.took-effect", RegisteredVersion::takeEffect);
        beside.map(other -> other.effectiveFrom().isAfter(due.effectiveFrom()) ? due : other)
                .ifPresent(old ->
                        register.adjust(old.id(), act, "performance.rule.superseded", RegisteredVersion::supersede));
    }
}
