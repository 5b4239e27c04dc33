package io.gendan.core.approval;

import java.util.List;
import java.util.Set;

import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Scope;

/**
 * What is handed in for approval, and who has to agree to it in turn.
 *
 * @param checksum of the content to be approved
 * @param authors everybody who wrote it
 */
public record Submission(
        RecordRef about, Scope scope, String checksum, Set<String> authors, Apart apart, List<PlannedStep> steps) {
    public Submission {
        authors = Set.copyOf(authors);
        steps = List.copyOf(steps);
        if (steps.isEmpty()) throw new IllegalArgumentException("an approval without a step: " + about);
    }
}
