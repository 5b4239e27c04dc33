package io.gendan.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The parameters of one version of a rule: their declarations, defaults, and exceptions by profile and unit. */
final class ParameterSection {

    private static final Set<String> SHAPE =
            Set.of("type", "many", "optional", "unit", "values", "columns", "variables", "tiersFrom");
    private static final Set<String> NAMES = Set.of(
            "type", "many", "optional", "unit", "values", "columns", "variables", "default", "profiles", "units");

    private final Section rule;
    private final KnownCodes codes;
    private final List<ParameterSpec> specs = new ArrayList<>();
    private final Map<String, Object> defaults = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> byProfile = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> byUnit = new LinkedHashMap<>();
    private final ObjectNode stated = JsonNodeFactory.instance.objectNode();
    private final Map<Scope, ObjectNode> statedExceptions = new HashMap<>();
    private boolean readable;

    private ParameterSection(Section rule, KnownCodes codes) {
        this.rule = rule;
        this.codes = codes;
    }

    static ParameterSection read(Section rule, KnownCodes codes) {
        int faultsBefore = rule.faults().size();
        var section = new ParameterSection(rule, codes);
        JsonNode parameters = rule.node().path("parameters");
        if (!parameters.isObject() || parameters.isEmpty()) {
            rule.fault("\"parameters\" is missing or empty");
        }
        parameters.properties().forEach(entry -> section.readParameter(entry.getKey(), entry.getValue()));
        section.readable = rule.faults().size() == faultsBefore;
        return section;
    }

    private void readParameter(String name, JsonNode node) {
        Section section = new Section(rule.file(), rule.key() + "." + name, node, rule.faults());
        section.allow(NAMES);
        readSpec(name, section).ifPresent(spec -> {
            specs.add(spec);
            if (section.has("default")) {
                stated.set(name, node.path("default"));
                value(section, spec, "default", node.path("default"))
                        .ifPresent(read -> defaults.put(name, read.value()));
            } else {
                section.fault("the default is missing");
            }
            exceptions(section, spec, "profiles", byProfile, profile -> Scope.of(profile, null));
            exceptions(section, spec, "units", byUnit, unit -> Scope.of(null, unit));
            byProfile.keySet().stream()
                    .filter(profile -> !codes.profiles().contains(profile))
                    .forEach(profile -> section.fault("unknown profile \"%s\"", profile));
        });
    }

    private void exceptions(
            Section section,
            ParameterSpec spec,
            String kind,
            Map<String, Map<String, Object>> exceptions,
            Function<String, Scope> scope) {
        section.node().path(kind).properties().forEach(entry -> value(section, spec, kind, entry.getValue())
                .ifPresent(read -> {
                    exceptions
                            .computeIfAbsent(entry.getKey(), _ -> new HashMap<>())
                            .put(spec.name(), read.value());
                    statedExceptions
                            .computeIfAbsent(scope.apply(entry.getKey()), _ -> JsonNodeFactory.instance.objectNode())
                            .set(spec.name(), entry.getValue());
                }));
    }

    /** Wrapped, since "none" is read as null. */
    private record Read(Object value) {}

    private static Optional<Read> value(Section section, ParameterSpec spec, String place, JsonNode node) {
        try {
            return Optional.of(new Read(spec.read(node)));
        } catch (ValueFault fault) {
            section.fault("%s: %s", place, fault.getMessage());
            return Optional.empty();
        }
    }

    private Optional<ParameterSpec> readSpec(String name, Section section) {
        Optional<String> typeName = section.text("type");
        Optional<ParameterType> type = typeName.flatMap(ParameterType::named);
        if (type.isEmpty()) {
            typeName.ifPresent(
                    unknown -> section.fault("unknown type \"%s\"; known are %s", unknown, ParameterType.names()));
            return Optional.empty();
        }
        checkUnit(section, type.get());
        Set<String> values = new LinkedHashSet<>();
        if (type.get() == ParameterType.CHOICE) {
            values.addAll(section.texts("values"));
        } else if (section.has("values")) {
            section.fault("only a choice has \"values\"");
        }
        return Optional.of(new ParameterSpec(
                name,
                type.get(),
                flag(section, "many"),
                flag(section, "optional"),
                values,
                columns(section, type.get()),
                variables(section, type.get()),
                tiersFrom(section, type.get()),
                codes.roles()));
    }

    private static Map<String, VariableType> variables(Section section, ParameterType type) {
        Map<String, VariableType> variables = new LinkedHashMap<>();
        JsonNode nodes = section.node().path("variables");
        if ((type == ParameterType.CONDITION) != nodes.isObject()) {
            section.fault("a condition has \"variables\", and only a condition");
            return variables;
        }
        nodes.properties().forEach(entry -> VariableType.named(entry.getValue().asText())
                .ifPresentOrElse(
                        known -> variables.put(entry.getKey(), known),
                        () -> section.fault(
                                "variable \"%s\" is of unknown type %s; known are %s",
                                entry.getKey(), entry.getValue(), VariableType.names())));
        return variables;
    }

    /** Where the first row of a table of tiers has to start; each of the others holds from where it starts. */
    private static Integer tiersFrom(Section section, ParameterType type) {
        JsonNode from = section.node().path("tiersFrom");
        if (from.isMissingNode()) return null;
        if (from.isInt() && type == ParameterType.INTEGER) return from.intValue();
        section.fault("\"tiersFrom\" is a whole number, of a column of whole numbers");
        return null;
    }

    private List<ParameterSpec> columns(Section section, ParameterType type) {
        List<ParameterSpec> columns = new ArrayList<>();
        JsonNode nodes = section.node().path("columns");
        if ((type == ParameterType.TABLE) != nodes.isObject()) {
            section.fault("a table has \"columns\", and only a table");
            return columns;
        }
        nodes.properties().forEach(entry -> {
            Section column = new Section(
                    section.file(), section.key() + "." + entry.getKey(), entry.getValue(), section.faults());
            column.allow(SHAPE);
            readSpec(entry.getKey(), column).ifPresent(columns::add);
        });
        return columns;
    }

    private static void checkUnit(Section section, ParameterType type) {
        if (!type.isPlainNumber()) {
            if (section.has("unit")) section.fault("a %s has no \"unit\" of its own", type.yaml());
            return;
        }
        section.text("unit")
                .filter(unit -> !ParameterType.UNITS.contains(unit))
                .ifPresent(unit -> section.fault(
                        "unknown unit \"%s\"; known are %s",
                        unit, ParameterType.UNITS.stream().sorted().toList()));
    }

    private static boolean flag(Section section, String name) {
        JsonNode flag = section.node().path(name);
        if (!flag.isMissingNode() && !flag.isBoolean()) section.fault("\"%s\" is neither true nor false", name);
        return flag.asBoolean(false);
    }

    /** Whether the parameters can fill the record; what keeps them from it has become faults. */
    boolean fits(Class<? extends Record> record) {
        if (!readable || record == PlainParameters.class) return readable;
        List<String> misfits = RecordShape.misfits(record, specs);
        misfits.forEach(misfit -> rule.fault("%s", misfit));
        return misfits.isEmpty();
    }

    <P extends Record> ParameterShape<P> shape(Class<P> record) {
        return new ParameterShape<>(record, List.copyOf(specs));
    }

    /** Every parameter as the file writes it, for this scope. */
    JsonNode stated(Scope scope) {
        ObjectNode values = stated.deepCopy();
        ObjectNode exceptions = statedExceptions.get(scope);
        if (exceptions != null) values.setAll(exceptions);
        return values;
    }

    Set<String> profiles() {
        return byProfile.keySet();
    }

    Set<String> units() {
        return byUnit.keySet();
    }

    <P extends Record> Optional<P> forCompany(Class<P> record) {
        return fill(record, Map.of(), "default");
    }

    <P extends Record> Optional<P> forProfile(String profile, Class<P> record) {
        return fill(record, byProfile.get(profile), "profile " + profile);
    }

    <P extends Record> Optional<P> forUnit(String unit, Class<P> record) {
        return fill(record, byUnit.get(unit), "unit " + unit);
    }

    private <P extends Record> Optional<P> fill(Class<P> record, Map<String, Object> exceptions, String place) {
        Map<String, Object> values = new LinkedHashMap<>(defaults);
        values.putAll(exceptions);
        if (record == PlainParameters.class) return Optional.of(record.cast(new PlainParameters(values)));
        try {
            return Optional.of(RecordShape.fill(record, values));
        } catch (ValueFault fault) {
            rule.fault("%s: %s", place, fault.getMessage());
            return Optional.empty();
        }
    }
}
