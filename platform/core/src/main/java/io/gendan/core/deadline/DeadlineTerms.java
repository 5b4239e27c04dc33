package io.gendan.core.deadline;

import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Scope;

/**
 * What is to be kept.
 *
 * @param code names the deadline within its record, such as {@code legal-review}
 * @param owner who has to keep it, by user name; null where nobody in particular has to, so that the head of the unit answers
 * @param scope the profile and unit on whose calendar it is counted
 * @param urgent warns and escalates also at night
 * @param warnAtPercent share of the time after which the owner is warned, null for none
 * @param escalates whether a miss climbs the chain of the owner's superiors
 */
public record DeadlineTerms(
        RecordRef about,
        String code,
        String owner,
        Scope scope,
        boolean urgent,
        Integer warnAtPercent,
        boolean escalates) {}
