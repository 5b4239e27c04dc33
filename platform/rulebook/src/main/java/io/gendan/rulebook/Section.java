package io.gendan.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** A part of a rule file, read with care: what is missing or of the wrong form becomes a fault, not an exception. */
record Section(String file, String key, JsonNode node, List<RulebookInvalid.Fault> faults) {

    /** Dates without a time begin at midnight where the company sits. */
    private static final ZoneId COMPANY_ZONE = ZoneId.of("Asia/Shanghai");

    void fault(String reason, Object... arguments) {
        faults.add(new RulebookInvalid.Fault(file, key, reason.formatted(arguments)));
    }

    Section named(String key) {
        return new Section(file, key, node, faults);
    }

    Section part(String name, String key) {
        return new Section(file, key, node.path(name), faults);
    }

    /** The entries of a list; a value of another form is a fault. */
    List<Section> list(String name) {
        JsonNode list = node.path(name);
        if (!list.isMissingNode() && !list.isArray()) fault("\"%s\" is not a list", name);
        List<Section> entries = new ArrayList<>();
        for (int i = 0; i < list.size() && list.isArray(); i++) {
            entries.add(new Section(file, "%s[%d]".formatted(name, i + 1), list.get(i), faults));
        }
        return entries;
    }

    void allow(Set<String> names) {
        if (!node.isObject()) {
            fault("named values are expected here");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) fault("unknown name \"%s\"; known here are %s", name, sorted(names));
        });
    }

    boolean has(String name) {
        return !node.path(name).isMissingNode();
    }

    Optional<String> text(String name) {
        JsonNode value = node.path(name);
        if (value.isTextual() && !value.textValue().isBlank()) return Optional.of(value.textValue());
        if (value.isNumber()) {
            fault("\"%s\" must stand in quotes, or 3.10 would be read as 3.1", name);
        } else {
            fault(value.isMissingNode() ? "\"%s\" is missing" : "\"%s\" is not a text", name);
        }
        return Optional.empty();
    }

    Map<String, String> inEachLanguage(String name) {
        Section texts = part(name, key);
        Map<String, String> read = new HashMap<>();
        if (texts.node() instanceof MissingNode) {
            fault("\"%s\" is missing", name);
            return read;
        }
        texts.allow(Set.copyOf(Language.ALL));
        Language.ALL.forEach(language -> texts.text(language).ifPresent(text -> read.put(language, text)));
        return read;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        JsonNode list = node.path(name);
        if (!list.isArray() || list.isEmpty()) {
            fault("\"%s\" is missing or not a list", name);
            return texts;
        }
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    int version() {
        JsonNode version = node.path("version");
        if (version.isMissingNode()) return 1;
        if (version.isInt() && version.intValue() > 0) return version.intValue();
        fault("\"version\" is not a whole number from 1 on");
        return 1;
    }

    Instant effectiveFrom(Instant otherwise) {
        return has("effectiveFrom")
                ? text("effectiveFrom").flatMap(this::moment).orElse(otherwise)
                : otherwise;
    }

    private Optional<Instant> moment(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDate.parse(text).atStartOfDay(COMPANY_ZONE).toInstant());
        } catch (DateTimeParseException e) {
            fault("\"effectiveFrom\" is neither a date nor a time with offset: %s", e.getParsedString());
            return Optional.empty();
        }
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
