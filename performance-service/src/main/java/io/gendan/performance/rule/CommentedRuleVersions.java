package io.gendan.performance.rule;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Acts;
import io.gendan.core.comment.CommentedRecord;
import io.gendan.core.store.RecordRef;

/** Versions of rules are talked about by whoever may read them. */
@ApplicationScoped
class CommentedRuleVersions implements CommentedRecord {
    @Inject
    RuleRegister register;

    @Inject
    Acts acts;

    @Override
    public String recordType() {
        return "rule-version";
    }

    @Override
    public Optional<RecordRef> visible(UUID id) {
        return register.findByIdOptional(id)
                .filter(version -> register.isReadableBy(acts.ofCaller(), version))
                .map(version -> version.ref(version.rule()));
    }
}
