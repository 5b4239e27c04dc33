package io.gendan.core.approval;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

    /** Whoever hands a content in stands for it as much as those who wrote it. */
    Submission handedInBy(String person) {
        var all = new TreeSet<>(authors);
        all.add(person);
        return new Submission(about, scope, checksum, all, apart, steps);
    }
}
