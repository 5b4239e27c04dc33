package io.gendan.performance.staff;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Requirement("ORG-11")
class HierarchyTest {
    private record Row(long line, String key, String above) implements Hierarchy.Placed {}

    private final Map<String, String> stored = new HashMap<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();

    @Test
    void aSuperiorMayStandFurtherDownInTheFileOrInTheRegister() {
        stored.put("leader", null);
        add("seller", "head");
        add("head", "leader");

        assertThat(settle()).isEmpty();
        assertThat(rows).hasSize(2);
    }

    @Test
    void whoNamesNobodyAndWhoseSuperiorIsRefusedAreBothRefused() {
        add("head", "nobody");
        add("seller", "head");

        assertThat(settle())
                .extracting(RowFault::line, RowFault::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, "does-not-exist"),
                        org.assertj.core.groups.Tuple.tuple(2L, "does-not-exist"));
        assertThat(rows).isEmpty();
    }

    @Test
    void aLoopIsFoundAlsoWhereItRunsThroughTheRegister() {
        stored.put("head", "supervisor");
        stored.put("leader", null);
        add("supervisor", "head");
        add("seller", "leader");

        assertThat(settle())
                .extracting(RowFault::line, RowFault::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1L, "closes-a-loop"));
        assertThat(rows).containsOnlyKeys("seller");
    }

    @Test
    void nobodyIsHisOwnSuperior() {
        add("seller", "seller");

        assertThat(settle()).extracting(RowFault::code).containsExactly("closes-a-loop");
    }

    private void add(String key, String above) {
        rows.put(key, new Row(rows.size() + 1L, key, above));
    }

    private java.util.List<RowFault> settle() {
        return new Hierarchy("superior", stored).settle(rows);
    }
}
