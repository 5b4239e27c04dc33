package io.gendan.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** Values do not fit the parameters of a rule; names every fault. */
public final class ParametersInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param parameter the name of it, or empty where it is the whole that does not hold */
    public record Fault(String parameter, String reason) {}

    private final transient List<Fault> faults;

    ParametersInvalid(List<Fault> faults) {
        super(faults.stream()
                .map(fault -> fault.parameter() + ": " + fault.reason())
                .collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
