package io.gendan.rulebook;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RulebookTest {

    @Test
    void theRuleFilesLoadWithoutFault() {
        assertThat(Rulebook.load().versions()).hasSizeGreaterThan(130);
    }
}
