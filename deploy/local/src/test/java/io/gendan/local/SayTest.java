package io.gendan.local;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SayTest {
    @Test
    void theTerminalsLocaleChoosesTheLanguageAndTheOwnVariableOverridesIt() {
        assertThat(Say.isChinese(Map.of("LANG", "zh_CN.UTF-8"))).isTrue();
        assertThat(Say.isChinese(Map.of("LANG", "en_US.UTF-8"))).isFalse();
        assertThat(Say.isChinese(Map.of("LANG", "zh_CN.UTF-8", "GENDAN_LANG", "en")))
                .isFalse();
        assertThat(Say.isChinese(Map.of())).isFalse();
    }
}
