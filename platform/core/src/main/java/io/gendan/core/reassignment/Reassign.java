package io.gendan.core.reassignment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Asks that somebody else be in charge (ORG-10).
 *
 * @param from who is now, as the caller saw it; refused where it is another by now. Left out for whoever is
 * @param to user name of the successor, who is on duty and has a role that suits
 * @param reason told to both and kept
 */
public record Reassign(
        @Size(min = 1, max = 64) String from,
        @NotBlank @Size(max = 64) String to,
        @NotBlank @Size(max = 2000) String reason) {}
