package io.gendan.performance.staff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.gendan.core.problem.Problem.FieldError;
import io.gendan.core.security.Roles;

/**
 * What the register says of a person (ORG-04).
 *
 * @param level {@code L1}, {@code L2}, {@code SUPERVISOR}, {@code HEAD}, {@code LEADER}, or null
 * @param superior user name of the direct superior; null for a leader of the company alone
 * @param activeUntil last day of duty, or null
 * @param inductedOn day of the induction training, or null (PER-55)
 * @param personalLimit amount in the company's currency above which he confirms no order, or null
 */
record PersonDetails(
        String name,
        String email,
        String unit,
        String level,
        String superior,
        SortedSet<String> roles,
        String post,
        LocalDate activeFrom,
        LocalDate activeUntil,
        LocalDate inductedOn,
        BigDecimal personalLimit,
        SortedSet<String> skills,
        List<Certificate> certificates) {
    private static final String HIGHEST_LEVEL = "LEADER";
    private static final Set<String> LEVELS = Set.of("L1", "L2", "SUPERVISOR", "HEAD", HIGHEST_LEVEL);

    PersonDetails {
        roles = sorted(roles);
        skills = sorted(skills);
        certificates = certificates == null ? List.of() : List.copyOf(certificates);
        if (personalLimit != null) personalLimit = personalLimit.setScale(2, RoundingMode.HALF_UP);
    }

    /** What is wrong with it by itself, whoever else there is. */
    List<FieldError> faults(Set<String> units) {
        var faults = new ArrayList<FieldError>();
        if (name == null) faults.add(fault("name", "required"));
        if (unit == null) faults.add(fault("unit", "required"));
        else if (!units.contains(unit)) faults.add(fault("unit", "does-not-exist"));
        if (level != null && !LEVELS.contains(level)) faults.add(fault("level", "not-one-of", new TreeSet<>(LEVELS)));
        if (superior == null && !HIGHEST_LEVEL.equals(level)) faults.add(fault("superior", "required"));
        if (roles.isEmpty()) faults.add(fault("roles", "required"));
        roles.stream()
                .filter(role -> !Roles.STAFF.contains(role))
                .forEach(role -> faults.add(fault("roles", "role-unknown", role)));
        if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) faults.add(fault("email", "malformed"));
        if (activeUntil != null && activeFrom != null && activeUntil.isBefore(activeFrom))
            faults.add(fault("activeUntil", "before-the-first-day"));
        if (personalLimit != null && personalLimit.signum() <= 0) faults.add(fault("personalLimit", "not-positive"));
        return faults;
    }

    /** Whether he is still there on that day, or yet to come. */
    boolean lasts(LocalDate day) {
        return activeUntil == null || !activeUntil.isBefore(day);
    }

    boolean isOnDuty(LocalDate day) {
        return lasts(day) && !day.isBefore(activeFrom);
    }

    private static FieldError fault(String field, String code, Object... arguments) {
        return new FieldError(field, code, List.of(arguments));
    }

    private static SortedSet<String> sorted(Collection<String> values) {
        return values == null ? new TreeSet<>() : new TreeSet<>(values);
    }
}
