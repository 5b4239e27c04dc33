package io.gendan.performance.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.gendan.core.problem.Problem.FieldError;

/**
 * What the register says of a unit (ORG-02, ORG-03, ORG-16).
 *
 * @param parent code of the unit above, or null at the top
 * @param namedHead who heads it although his role or unit does not say so, or null
 * @param merchandising whether it is a merchandising group, which has a merchandiser
 * @param controlling whether it is the controlling unit of merchandising
 * @param merchandiser of a shop: the merchandiser assigned to it, or null
 */
record UnitDetails(
        String name,
        String nameEn,
        String parent,
        UnitKind kind,
        String profile,
        String namedHead,
        boolean merchandising,
        boolean controlling,
        String merchandiser) {
    static final Set<String> PROFILES = Set.of(
            "general",
            "service-project",
            "environmental",
            "trade",
            "furniture",
            "dyeing",
            "garment",
            "factory",
            "logistics");

    UnitDetails {
        if (kind == null) kind = parent == null ? UnitKind.COMPANY : UnitKind.DEPARTMENT;
    }

    /** What is wrong with it by itself, whatever else there is. */
    List<FieldError> faults() {
        var faults = new ArrayList<FieldError>();
        if (name == null) faults.add(fault("name", "required"));
        if (nameEn == null) faults.add(fault("nameEn", "required"));
        if (profile == null) faults.add(fault("profile", "required"));
        else if (!PROFILES.contains(profile)) faults.add(fault("profile", "not-one-of", new TreeSet<>(PROFILES)));
        if (merchandising && kind != UnitKind.GROUP) faults.add(fault("merchandising", "only-of", UnitKind.GROUP));
        if (merchandiser != null && kind != UnitKind.SHOP) faults.add(fault("merchandiser", "only-of", UnitKind.SHOP));
        return faults;
    }

    private static FieldError fault(String field, String code, Object... arguments) {
        return new FieldError(field, code, List.of(arguments));
    }
}
