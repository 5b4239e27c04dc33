package io.gendan.aftersales.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.gendan.rulebook.AftersalesRules.Urgency;

/**
 * What a customer turned to us with (AFT-01).
 *
 * @param channel one of rule {@code aftersales.channels}; {@code visit} where a visit brought it to light
 * @param about user name of the person complained about, null if nobody was named (AFT-30)
 */
record Opening(
        @NotNull TicketKind kind,
        @NotBlank @Size(max = 40) String channel,
        @NotBlank @Size(max = 4000) String text,
        @NotNull Urgency urgency,
        @Pattern(regexp = "[a-z0-9._-]{2,64}") String about) {}
