package io.gendan.performance.staff;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a person has a paper for (ORG-04).
 *
 * @param kind for example {@code electrician}
 * @param validUntil last day it is good for; null for one that does not run out
 */
record Certificate(
        @NotBlank @Size(max = 100) String kind,
        @NotBlank @Size(max = 100) String number,
        LocalDate validUntil) {}
