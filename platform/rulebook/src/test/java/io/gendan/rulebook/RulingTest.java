package io.gendan.rulebook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;

import static io.gendan.rulebook.RulebookFixture.ANSWER;
import static io.gendan.rulebook.RulebookFixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RulingTest {

    private static final Instant NOON = at("2026-06-01T12:00+08:00");
    private static final UUID INQUIRY = UUID.fromString("0197280c-6a00-7000-8000-000000000001");

    private static final RuleVersion<Limit> VERSION =
            RulebookFixture.rulebook(RulebookFixture.ANSWER_RULE).inForce(ANSWER, Scope.COMPANY, NOON);

    @Test
    void aRulingNamesRuleVersionAndClause() {
        Ruling ruling = VERSION.ruling(null, Outcome.DEADLINE_SET, "inquiry", INQUIRY, Map.of(), "kim", NOON);

        assertThat(ruling)
                .extracting(Ruling::rule, Ruling::version, Ruling::regulation, Ruling::clause, Ruling::citation)
                .containsExactly("desk.answer", 1, "900", "1.1", "900 §1.1");
        assertThat(ruling)
                .extracting(
                        Ruling::effect,
                        Ruling::outcome,
                        Ruling::recordType,
                        Ruling::recordId,
                        Ruling::actor,
                        Ruling::at)
                .containsExactly(Effect.SET_DEADLINE, Outcome.DEADLINE_SET, "inquiry", INQUIRY, "kim", NOON);
    }

    @Test
    void everyRulingHasATimeOrderedIdOfItsOwn() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            ids.add(VERSION.ruling(null, Outcome.ALLOWED, "inquiry", INQUIRY, Map.of(), "kim", NOON)
                    .id());
        }

        assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id.version())
                .isEqualTo(7));
        assertThat(ids.stream().map(UUID::toString)).isSorted();
    }

    @Test
    void inputsAreWrittenTheSameWayWhateverTheyCameAs() throws JsonProcessingException {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("wanted", LocalDate.of(2026, 7, 1));
        inputs.put("amount", new BigDecimal("1.2E+5"));
        inputs.put("complexity", IntakeRules.Complexity.COMPLEX);
        inputs.put("classes", Set.of("panel", "custom-made"));
        inputs.put("items", List.of("b", "a"));
        inputs.put("count", 3);
        inputs.put("satisfaction", 4.5d);
        inputs.put("urgent", true);
        inputs.put("limit", WorkingTime.parse("2.0 wh"));
        inputs.put("superior", Optional.empty());
        inputs.put("order", INQUIRY);
        inputs.put("at", NOON);
        inputs.put("holders", Map.of("head", "li", "drafter", "wu"));
        Ruling ruling = VERSION.ruling(null, Outcome.ALLOWED, "order", INQUIRY, inputs, "kim", NOON);

        assertThat(new JsonMapper().writeValueAsString(ruling.inputs())).isEqualTo("""
                        {"amount":"120000","at":"2026-06-01T04:00:00Z","classes":["custom-made","panel"],\
                        "complexity":"COMPLEX","count":3,"holders":{"drafter":"wu","head":"li"},"items":["b","a"],\
                        "limit":"2 wh","order":"%s","satisfaction":"4.5","superior":null,"urgent":true,\
                        "wanted":"2026-07-01"}""".formatted(INQUIRY));
    }

    @Test
    void aRulingReadBackFromJsonIsTheSame() throws JsonProcessingException {
        JsonMapper json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        Ruling ruling = VERSION.ruling(
                null, Outcome.REFUSED, "order", INQUIRY, Map.of("amount", new BigDecimal("0.10"), "n", 1), "kim", NOON);

        assertThat(json.readValue(json.writeValueAsString(ruling), Ruling.class))
                .isEqualTo(ruling);
    }

    @Test
    void inputsCannotBeChangedAfterwards() {
        Map<String, Object> inputs = new HashMap<>(Map.of("amount", 1));
        Ruling ruling = VERSION.ruling(null, Outcome.ALLOWED, "order", INQUIRY, inputs, "kim", NOON);

        inputs.put("amount", 2);

        assertThat(ruling.inputs()).isEqualTo(Map.of("amount", 1));
        assertThatThrownBy(() -> ruling.inputs().put("amount", 2)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anInputThatIsNoSimpleValueIsAMistakeInTheCode() {
        Map<String, Object> inputs = Map.of("order", new Object());

        assertThatThrownBy(() -> VERSION.ruling(null, Outcome.ALLOWED, "order", INQUIRY, inputs, "kim", NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"order\"");
    }
}
