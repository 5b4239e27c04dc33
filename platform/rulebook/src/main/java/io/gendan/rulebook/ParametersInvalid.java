package io.gendan.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** Values do not fit the parameters of a rule; names every fault. */
public final class ParametersInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param parameter the name of it, or empty where it is the whole that does not hold
     * @param code stable, with texts in the bundles {@link ValueFault#TEXTS}
     * @param arguments fill {0}, {1} … of the texts
     * @param reason the text in English
     */
    public record Fault(String parameter, String code, List<Object> arguments, String reason) {
        static Fault of(String place, ValueFault fault) {
            String parameter = fault.parameter() == null ? place : fault.parameter();
            return new Fault(parameter, fault.code(), fault.arguments(), fault.getMessage());
        }
    }

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
