package io.gendan.core.people;

import java.util.ArrayList;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KnownNamesTest {
    private final ArrayList<String> asked = new ArrayList<>();
    private final KnownNames names = new KnownNames();

    @Test
    void theRegisterIsAskedOnceForEachPersonAndAlsoOnceForAStranger() {
        for (int i = 0; i < 3; i++) {
            assertThat(names.of("li.qiang", this::register)).contains("李强");
            assertThat(names.of("stranger", this::register)).isEmpty();
        }

        assertThat(asked).containsExactly("li.qiang", "stranger");
    }

    private Optional<String> register(String username) {
        asked.add(username);
        return username.equals("li.qiang") ? Optional.of("李强") : Optional.empty();
    }
}
