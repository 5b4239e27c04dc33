package io.gendan.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command line and what it adds to the environment. */
record Program(List<String> command, Map<String, String> environment) {
    Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    static Program of(List<String> command) {
        return new Program(command, Map.of());
    }

    Program behind(List<String> prefix) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return new Program(all, environment);
    }
}
