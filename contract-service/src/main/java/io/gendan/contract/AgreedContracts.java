package io.gendan.contract;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.problem.Problem;
import io.gendan.events.Money;

/** Contracts as far as their settlement has to know them. */
@ApplicationScoped
public class AgreedContracts {
    /**
     * What was agreed.
     *
     * @param effectiveOn empty until both sides have signed and sealed
     */
    public record Agreed(
            UUID contractId,
            UUID orderId,
            String number,
            String profile,
            String unit,
            Money amount,
            Optional<LocalDate> effectiveOn) {}

    @Inject
    Contracts contracts;

    @Inject
    Viewer viewer;

    /** A contract that the caller may see. */
    public Agreed visible(UUID id) {
        return viewer.mayRead(contracts.get(id)).agreed();
    }

    /** The same, which has to be in force. */
    public Agreed effective(UUID id) {
        Agreed agreed = visible(id);
        if (agreed.effectiveOn().isEmpty())
            throw new Problem.Unprocessable("contract-not-effective", Map.of("number", agreed.number()));
        return agreed;
    }
}
