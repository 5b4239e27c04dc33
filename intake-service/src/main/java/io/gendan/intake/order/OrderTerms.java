package io.gendan.intake.order;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What an order says beside its items (INT-12). */
record OrderTerms(
        @NotBlank @Size(max = 500) String deliveryPlace,
        @NotNull LocalDate deliveryDate,
        @NotBlank @Size(max = 1000) String paymentTerms) {}
