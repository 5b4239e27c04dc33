package io.gendan.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** The rule files contradict themselves or the code; names every fault, not only the first. */
public final class RulebookInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One thing wrong in one file; the key is that of a rule, or the place where one was expected. */
    public record Fault(String file, String key, String reason) {

        @Override
        public String toString() {
            return file + ": " + key + ": " + reason;
        }
    }

    private final transient List<Fault> faults;

    RulebookInvalid(List<Fault> faults) {
        super(faults.stream()
                .map(Fault::toString)
                .collect(Collectors.joining("\n  ", "The rulebook has %d faults:\n  ".formatted(faults.size()), "")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
