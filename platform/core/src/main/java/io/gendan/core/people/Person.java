package io.gendan.core.people;

import java.util.Set;

/**
 * A person of the company on a given day (ORG-04).
 *
 * @param name as people call him; his user name where no name was told yet
 * @param email address at work, or null
 * @param profile business profile of the unit
 * @param level {@code L1}, {@code L2}, {@code SUPERVISOR}, {@code HEAD}, {@code LEADER}, or null for none
 * @param superior user name of the direct superior, null at the top
 * @param active whether he is on duty that day
 */
public record Person(
        String username,
        String name,
        String email,
        String unit,
        String profile,
        String level,
        String superior,
        Set<String> roles,
        boolean active) {}
