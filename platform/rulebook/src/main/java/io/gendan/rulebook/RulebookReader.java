package io.gendan.rulebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Reads rule files whole, so that one run names every fault in them. */
final class RulebookReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9-]*(\\.[a-zA-Z0-9-]+)*");

    private final Map<String, Rule<?>> declared;
    private final KnownCodes codes;
    private final List<RulebookInvalid.Fault> faults = new ArrayList<>();
    private final Map<String, Regulation> regulations = new LinkedHashMap<>();
    private final Map<String, Clause> clauses = new HashMap<>();
    private final Map<String, Timeline.Builder<?>> rules = new LinkedHashMap<>();

    RulebookReader(List<Rule<?>> declared, KnownCodes codes) {
        this.declared = declared.stream().collect(Collectors.toMap(Rule::key, rule -> rule));
        this.codes = codes;
    }

    /** @throws RulebookInvalid naming everything that is wrong in any file */
    Rulebook read(Map<String, String> files) {
        List<Section> roots = new ArrayList<>();
        files.forEach((file, text) -> parse(file, text, roots));
        List<RuleFile> read = new ArrayList<>();
        roots.forEach(root -> readRegulation(root, read));
        read.forEach(file -> file.root().list("rules").forEach(rule -> readRule(rule, file.regulation())));
        Set<String> notReadYet = new HashSet<>();
        read.forEach(file -> file.root().list("not-read-yet").forEach(entry -> readNotReadYet(entry, notReadYet)));
        checkAgainstCode(files, notReadYet);
        if (!faults.isEmpty()) throw new RulebookInvalid(faults);
        Map<String, Timeline<?>> timelines = new HashMap<>();
        rules.forEach((key, builder) -> timelines.put(key, builder.build()));
        return new Rulebook(List.copyOf(regulations.values()), timelines);
    }

    private record RuleFile(Section root, Regulation regulation) {}

    private void parse(String file, String text, List<Section> roots) {
        try {
            JsonNode root = YAML.readTree(text);
            Section section = new Section(file, "file", root, faults);
            section.allow(Set.of("regulation", "clauses", "rules", "not-read-yet"));
            if (root.isObject()) roots.add(section);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            faults.add(
                    new RulebookInvalid.Fault(file, "line " + line, "not readable as YAML: " + e.getOriginalMessage()));
        }
    }

    private void readRegulation(Section root, List<RuleFile> files) {
        Section section = root.part("regulation", "regulation");
        if (!root.has("regulation")) {
            root.fault("\"regulation\" is missing");
            return;
        }
        section.allow(Set.of("id", "title", "version", "effectiveFrom"));
        String id = section.text("id").orElse("?");
        if (!section.has("effectiveFrom")) section.fault("\"effectiveFrom\" is missing");
        Map<String, String> title = section.inEachLanguage("title");
        List<Clause> read = new ArrayList<>();
        root.list("clauses").forEach(clause -> readClause(clause, id, read));
        var regulation = new Regulation(id, title, section.version(), section.effectiveFrom(Instant.EPOCH), read);
        if (regulations.putIfAbsent(id, regulation) != null) section.fault("regulation %s stands in two files", id);
        files.add(new RuleFile(root, regulation));
    }

    private void readClause(Section section, String regulation, List<Clause> read) {
        section.allow(Set.of("number", "text"));
        String number = section.text("number").orElse("?");
        Section named = section.named("§" + number);
        var clause = new Clause(regulation, number, named.inEachLanguage("text"));
        if (clauses.putIfAbsent(clause.citation(), clause) != null) named.fault("clause stands there twice");
        read.add(clause);
    }

    private void readRule(Section entry, Regulation regulation) {
        Optional<String> stated = entry.text("key");
        if (stated.isEmpty()) return;
        String key = stated.get();
        Section section = entry.named(key);
        if (!KEY.matcher(key).matches())
            section.fault("is no key; write words of letters, digits and -, joined by dots");
        section.allow(Set.of("key", "version", "effectiveFrom", "clause", "effect", "requirements", "parameters"));
        Clause clause = section.text("clause")
                .map(number -> number.contains("§") ? number : regulation.id() + " §" + number)
                .map(citation -> known(section, citation))
                .orElse(null);
        Effect effect =
                section.text("effect").map(name -> effect(section, name)).orElse(null);
        Set<String> requirements = new HashSet<>(section.texts("requirements"));
        requirements.stream()
                .filter(id -> !codes.requirements().contains(id))
                .forEach(id -> section.fault("unknown requirement %s", id));
        Instant effectiveFrom = section.effectiveFrom(regulation.effectiveFrom());
        ParameterSection parameters = ParameterSection.read(section, codes);
        var head = new Head(key, section.version(), clause, effect, requirements, effectiveFrom);
        Rule<?> rule = declared.getOrDefault(key, Rule.of(key, PlainParameters.class));
        addVersion(section, rule, head, parameters);
    }

    /** What a version says besides its parameters. */
    private record Head(
            String key, int version, Clause clause, Effect effect, Set<String> requirements, Instant effectiveFrom) {

        <P extends Record> RuleVersion<P> with(P parameters, Scope scope, JsonNode values) {
            return new RuleVersion<>(
                    key, version, scope, clause, effect, parameters, values, requirements, effectiveFrom);
        }
    }

    private <P extends Record> void addVersion(Section section, Rule<P> rule, Head head, ParameterSection parameters) {
        @SuppressWarnings("unchecked") // builders are kept under the key of their rule
        var builder = (Timeline.Builder<P>) rules.computeIfAbsent(rule.key(), _ -> new Timeline.Builder<>(rule));
        for (RuleVersion<P> earlier : builder.companyVersions()) {
            int numbered = Integer.compare(earlier.version(), head.version());
            int dated = earlier.effectiveFrom().compareTo(head.effectiveFrom());
            if (numbered == 0) {
                section.fault("version %d stands there twice", head.version());
            } else if (Integer.signum(numbered) != Integer.signum(dated)) {
                section.fault("versions %d and %d do not take effect in turn", earlier.version(), head.version());
            }
        }
        boolean fits = parameters.fits(rule.parameters());
        List<RuleVersion<P>> exceptions = new ArrayList<>();
        if (fits) {
            parameters.profiles().forEach(profile -> parameters
                    .forProfile(profile, rule.parameters())
                    .ifPresent(values -> exceptions.add(version(head, values, Scope.of(profile, null), parameters))));
            parameters.units().forEach(unit -> parameters
                    .forUnit(unit, rule.parameters())
                    .ifPresent(values -> exceptions.add(version(head, values, Scope.of(null, unit), parameters))));
        }
        P company = fits ? parameters.forCompany(rule.parameters()).orElse(null) : null;
        builder.add(
                new Timeline.Builder.Stated<>(version(head, company, Scope.COMPANY, parameters), exceptions),
                parameters.shape(rule.parameters()));
    }

    private static <P extends Record> RuleVersion<P> version(
            Head head, P values, Scope scope, ParameterSection parameters) {
        return head.with(values, scope, parameters.stated(scope));
    }

    private Clause known(Section section, String citation) {
        Clause clause = clauses.get(citation);
        if (clause == null) section.fault("unknown clause %s", citation);
        return clause;
    }

    private Effect effect(Section section, String name) {
        for (Effect effect : Effect.values()) {
            if (RecordShape.yaml(effect).equals(name)) return effect;
        }
        section.fault("unknown effect \"%s\"", name);
        return null;
    }

    private void readNotReadYet(Section entry, Set<String> notReadYet) {
        entry.allow(Set.of("reason", "keys"));
        entry.text("reason");
        for (String key : entry.texts("keys")) {
            Section section = entry.named(key);
            if (!notReadYet.add(key)) section.fault("is listed as not read yet twice");
            if (!rules.containsKey(key)) section.fault("is listed as not read yet, but no rule has this key");
            if (declared.containsKey(key)) section.fault("is listed as not read yet, but the code reads it");
        }
    }

    private void checkAgainstCode(Map<String, String> files, Set<String> notReadYet) {
        String all = String.join(", ", files.keySet());
        declared.keySet().stream()
                .filter(key -> !rules.containsKey(key))
                .sorted()
                .forEach(key -> faults.add(
                        new RulebookInvalid.Fault(all, key, "the code reads this rule, but no file holds it")));
        rules.keySet().stream()
                .filter(key -> !declared.containsKey(key) && !notReadYet.contains(key))
                .sorted()
                .forEach(key -> faults.add(new RulebookInvalid.Fault(
                        all, key, "nothing reads this rule, and it is not listed under not-read-yet")));
    }
}
