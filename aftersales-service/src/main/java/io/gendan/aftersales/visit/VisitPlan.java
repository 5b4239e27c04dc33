package io.gendan.aftersales.visit;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * When a visit is to take place, who makes it, and how (AFT-42).
 *
 * @param by user name of the visitor
 */
record VisitPlan(
        @NotNull LocalDate on,
        @NotNull @Pattern(regexp = "[a-z0-9._-]{2,64}") String by,
        @NotNull Manner manner) {
    VisitPlan madeBy(String other) {
        return new VisitPlan(on, other, manner);
    }

    enum Manner {
        PHONE,
        MAIL,
        PERSON
    }
}
