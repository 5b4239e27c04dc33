package io.gendan.fulfillment.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A member of the project team and his duty (FUL-01). */
record Member(
        @NotBlank @Size(max = 64) String username,
        @NotBlank @Size(max = 200) String duty) {}
