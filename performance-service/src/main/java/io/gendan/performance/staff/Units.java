package io.gendan.performance.staff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.performance.UnitEvent;

/** The units of the company. */
@ApplicationScoped
public class Units extends Aggregates<Unit, UnitEvent> {
    Units() {
        super("unit");
    }

    public Optional<String> profileOf(String unit) {
        return getEntityManager()
                .createQuery("select profile from Unit where code = :code", String.class)
                .setParameter("code", unit)
                .getResultStream()
                .findFirst();
    }

    List<String> headedBy(String username) {
        return list("head", username).stream().map(Unit::code).toList();
    }

    /** The unit and all below it. */
    public Set<String> within(String unit) {
        Map<String, String> parents = parents();
        var within = new HashSet<>(Set.of(unit));
        boolean grown;
        do {
            grown = parents.entrySet().stream()
                    .filter(entry -> within.contains(entry.getValue()))
                    .map(entry -> within.add(entry.getKey()))
                    .reduce(false, Boolean::logicalOr);
        } while (grown);
        return within;
    }

    Map<String, String> profiles() {
        return streamAll().collect(Collectors.toMap(Unit::code, Unit::profile));
    }

    Map<String, String> parents() {
        var parents = new HashMap<String, String>();
        streamAll().forEach(unit -> parents.put(unit.code(), unit.parent()));
        return parents;
    }

    Map<String, Unit> byCode() {
        return streamAll().collect(Collectors.toMap(Unit::code, unit -> unit));
    }
}
