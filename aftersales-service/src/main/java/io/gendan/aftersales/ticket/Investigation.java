package io.gendan.aftersales.ticket;

import java.time.Instant;

import io.gendan.core.problem.Problem;

/**
 * What the department found out about a complaint (AFT-33).
 *
 * @param causedBy user name of the person who caused it, null unless it is well-founded
 * @param inTime whether it came within the department's limit (AFT-28)
 */
record Investigation(
        boolean wellFounded, String causedBy, String cause, String remedy, String by, Instant at, boolean inTime) {

    /** What the request says, before it is recorded who found it and when. */
    static Investigation of(boolean wellFounded, String causedBy, String cause, String remedy) {
        if (wellFounded && causedBy == null) throw Problem.Invalid.field("causedBy", "required");
        if (!wellFounded && causedBy != null) throw Problem.Invalid.field("causedBy", "only-when-well-founded");
        return new Investigation(wellFounded, causedBy, cause, remedy, null, null, false);
    }

    Investigation recorded(String by, Instant at, boolean inTime) {
        return new Investigation(wellFounded, causedBy, cause, remedy, by, at, inTime);
    }

    Investigation forCustomer() {
        return new Investigation(wellFounded, null, cause, remedy, null, at, inTime);
    }
}
