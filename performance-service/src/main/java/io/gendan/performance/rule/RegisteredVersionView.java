package io.gendan.performance.rule;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version in the register.
 *
 * @param profile whom it is for, with {@code unit}: one of them, or neither for the company
 * @param number of the version, counted over all scopes of the rule; null before publication
 * @param endsException whether from its date on the scope has no values of its own any more
 * @param values every parameter as regulations write them, {@code 2 wd}; null where the exception ends
 * @param differences from what stands without it
 * @param concerns roles whose people are to confirm having read it
 * @param remarks with which it was returned
 */
record RegisteredVersionView(
        UUID id,
        int version,
        String rule,
        String profile,
        String unit,
        Integer number,
        boolean endsException,
        @Schema(implementation = Object.class) JsonNode values,
        List<RegisteredVersion.Difference> differences,
        Instant effectiveFrom,
        String reason,
        Set<String> concerns,
        String status,
        String author,
        Instant createdAt,
        Instant submittedAt,
        String remarks,
        String approvedBy,
        Instant publishedAt) {}
