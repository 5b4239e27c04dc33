package io.gendan.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;

/** Codes that rule files may name: requirements, roles, business profiles. */
record KnownCodes(Set<String> requirements, Set<String> roles, Set<String> profiles) {

    static KnownCodes load() {
        return new KnownCodes(list("requirement-ids.txt"), list("role-codes.txt"), list("profile-codes.txt"));
    }

    private static Set<String> list(String name) {
        try {
            return Set.copyOf(
                    RuleFiles.lines(RuleFiles.text(Objects.requireNonNull(KnownCodes.class.getResource(name), name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
