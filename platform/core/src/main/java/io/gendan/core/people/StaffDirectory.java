package io.gendan.core.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is who and who stands above whom, as this service knows it (ORG-01..04, 11, 12). Who has a substitute is answered all
 * the same: whether to ask the one or the other is for those who ask. Days change who is on duty and who stands in for
 * whom; units, roles and superiors are the present ones.
 */
public interface StaffDirectory {
    /** The person as of today, on duty or not. */
    Optional<Person> find(String username);

    /** Those above a person, nearest first, up to the leader in charge; only those on duty on that day (ORG-11). */
    List<Person> superiorsOf(String username, LocalDate day);

    /**
     * Who holds a role that day: in the unit; if nobody, in the nearest unit above it with somebody; if nobody, anywhere in
     * the company.
     */
    List<Person> holders(String role, String unit, LocalDate day);

    /** Those for whom this person decides that day because they named him their substitute (ORG-12). */
    Set<String> representedBy(String username, LocalDate day);

    /** Who stands in for this person that day (ORG-12). */
    Optional<String> substituteOf(String username, LocalDate day);

    /** A unit's business profile. */
    Optional<String> profileOf(String unit);
}
