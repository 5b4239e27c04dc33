package io.gendan.core.people;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.RequestScoped;

/** Names are asked for once in a request, however many records of a page mention them. */
@RequestScoped
class KnownNames {
    private final Map<String, Optional<String>> names = new HashMap<>();

    Optional<String> of(String username, Function<String, Optional<String>> register) {
        return names.computeIfAbsent(username, register);
    }
}
