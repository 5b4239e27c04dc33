package io.gendan.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** The parameters a rule has, by which values written at run time are read and checked as those of a rule file are. */
record ParameterShape<P extends Record>(Class<P> record, List<ParameterSpec> specs) {

    /** Characters of one value: every service keeps every version in memory. */
    private static final int LONGEST = 20_000;

    /** @throws ParametersInvalid naming everything that is wrong */
    P read(JsonNode values) {
        List<ParametersInvalid.Fault> faults = new ArrayList<>();
        Map<String, Object> read = new LinkedHashMap<>();
        for (ParameterSpec spec : specs) {
            JsonNode value = values.get(spec.name());
            try {
                if (value == null) throw new ValueFault("parameter-missing");
                if (value.toString().length() > LONGEST) throw new ValueFault("value-too-long", LONGEST);
                read.put(spec.name(), spec.read(value));
            } catch (ValueFault fault) {
                faults.add(ParametersInvalid.Fault.of(spec.name(), fault));
            }
        }
        values.fieldNames().forEachRemaining(name -> {
            if (specs.stream().noneMatch(spec -> spec.name().equals(name)))
                faults.add(ParametersInvalid.Fault.of(name, new ValueFault("no-such-parameter")));
        });
        if (!faults.isEmpty()) throw new ParametersInvalid(faults);
        if (record == PlainParameters.class) return record.cast(new PlainParameters(read));
        try {
            return RecordShape.fill(record, read);
        } catch (ValueFault fault) {
            throw new ParametersInvalid(List.of(ParametersInvalid.Fault.of("", fault)));
        }
    }

    List<Parameter> parameters() {
        return specs.stream().map(Parameter::of).toList();
    }
}
