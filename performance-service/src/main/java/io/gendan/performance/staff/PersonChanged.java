package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.Set;

import io.gendan.core.act.Act;

/**
 * Told within the service, in the transaction that adds a person to the register or changes him, to those who keep
 * something in step with it.
 *
 * @param email null for a person without one
 * @param activeUntil last day of duty, or null
 * @param added whether the person was not in the register before
 */
public record PersonChanged(
        String username,
        String name,
        String email,
        Set<String> roles,
        LocalDate activeFrom,
        LocalDate activeUntil,
        boolean added,
        Act act) {}
