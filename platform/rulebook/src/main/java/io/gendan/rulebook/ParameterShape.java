package io.gendan.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** The parameters a rule has, by which values written at run time are read and checked as those of a rule file are. */
record ParameterShape<P extends Record>(Class<P> record, List<ParameterSpec> specs) {

    /** @throws ParametersInvalid naming everything that is wrong */
    P read(JsonNode values) {
        List<ParametersInvalid.Fault> faults = new ArrayList<>();
        Map<String, Object> read = new LinkedHashMap<>();
        for (ParameterSpec spec : specs) {
            JsonNode value = values.get(spec.name());
            try {
                if (value == null) throw new IllegalArgumentException("is missing");
                read.put(spec.name(), spec.read(value));
            } catch (IllegalArgumentException e) {
                faults.add(new ParametersInvalid.Fault(spec.name(), e.getMessage()));
            }
        }
        values.fieldNames().forEachRemaining(name -> {
            if (specs.stream().noneMatch(spec -> spec.name().equals(name)))
                faults.add(new ParametersInvalid.Fault(name, "is no parameter of this rule"));
        });
        if (!faults.isEmpty()) throw new ParametersInvalid(faults);
        if (record == PlainParameters.class) return record.cast(new PlainParameters(read));
        try {
            return RecordShape.fill(record, read);
        } catch (IllegalArgumentException e) {
            throw new ParametersInvalid(List.of(new ParametersInvalid.Fault("", e.getMessage())));
        }
    }

    List<Parameter> parameters() {
        return specs.stream().map(Parameter::of).toList();
    }
}
