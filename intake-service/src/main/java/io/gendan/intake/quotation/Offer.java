package io.gendan.intake.quotation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.gendan.core.problem.Problem;
import io.gendan.core.problem.Problem.FieldError;
import io.gendan.events.Money;
import io.gendan.rulebook.Choices;

/**
 * What is offered at what price.
 *
 * @param lines at least one (QUO-12)
 * @param cost our own cost of it all, the basis of the margin (QUO-13); null while it is not known
 * @param lossReason why it is offered below cost (QUO-15); null where it is not
 */
record Offer(
        @NotEmpty @Size(max = 500) List<@Valid @NotNull QuotationLine> lines,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,

        @DecimalMin("0") @Digits(integer = 12, fraction = 2) @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal cost,

        @Size(max = 2000) String lossReason) {
    private static final BigDecimal LARGEST_TOTAL = BigDecimal.TEN.pow(12);

    /** What no single field shows: kinds against the rule, and amounts that no contract will ever have. */
    void check(Choices feeKinds) {
        var errors = new ArrayList<FieldError>();
        if (!currency.equals(Money.COMPANY_CURRENCY)) // limits of the rules are amounts in the company's currency
        errors.add(new FieldError("currency", "not-one-of", List.of(Money.COMPANY_CURRENCY)));
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            QuotationLine line = lines.get(i);
            if (!feeKinds.offers(line.kind()))
                errors.add(new FieldError("lines[" + i + "].kind", "not-one-of", List.of(feeKinds.values())));
            sum = sum.add(line.quantity().multiply(line.unitPrice()).multiply(BigDecimal.TWO));
        }
        if (sum.compareTo(LARGEST_TOTAL) > 0)
            errors.add(new FieldError("lines", "too-large", List.of(LARGEST_TOTAL.toPlainString())));
        if (sum.signum() == 0) errors.add(new FieldError("lines", "not-positive", List.of()));
        if (!errors.isEmpty()) throw new Problem.Invalid(errors);
    }
}
