package io.gendan.staff;

import java.math.BigDecimal;

/**
 * What the register says of a person's right to take orders today (INT-17, PER-55).
 *
 * @param profile business profile of the unit
 * @param level decides the authority; null for none
 * @param personalLimit lowers what the level allows; null for no limit of his own
 * @param inducted whether the induction training is on record
 */
public record OrderTaker(
        String username, String unit, String profile, String level, BigDecimal personalLimit, boolean inducted) {}
