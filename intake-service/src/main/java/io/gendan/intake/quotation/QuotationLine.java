package io.gendan.intake.quotation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.gendan.core.approval.Checksum;
import io.gendan.events.Money;
import io.gendan.events.intake.OrderLine;

/**
 * One line of a quotation (QUO-12). Its amount is computed and rounded to two decimals, its tax is on top of it.
 *
 * @param kind one of rule {@code quote.fee-kinds}
 * @param productClass decides complexity and lead time, for example {@code panel}
 * @param taxPercent from 0 to 100
 */
record QuotationLine(
        @NotBlank @Size(max = 40) String kind,
        @NotBlank @Size(max = 500) String description,
        @NotBlank @Pattern(regexp = "[a-z0-9-]{2,40}") String productClass,

        @NotNull @Positive @Digits(integer = 9, fraction = 3) @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal quantity,

        @NotBlank @Size(max = 20) String unit,

        @NotNull @DecimalMin("0") @Digits(integer = 11, fraction = 4) @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal unitPrice,

        @NotNull
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal taxPercent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Money amount(String currency) {
        return new Money(quantity.multiply(unitPrice), currency);
    }

    Money tax(String currency) {
        return new Money(
                amount(currency).amount().multiply(taxPercent).divide(HUNDRED, 2, RoundingMode.HALF_UP), currency);
    }

    void addTo(Checksum content) {
        content.with("kind", kind)
                .with("description", description)
                .with("productClass", productClass)
                .with("quantity", quantity)
                .with("unit", unit)
                .with("unitPrice", unitPrice)
                .with("taxPercent", taxPercent);
    }

    static Money total(List<QuotationLine> lines, String currency) {
        return lines.stream()
                .map(line -> line.amount(currency).plus(line.tax(currency)))
                .reduce(Money.zero(currency), Money::plus);
    }

    OrderLine toOrderLine(String currency) {
        return new OrderLine(
                description,
                productClass,
                quantity,
                unit,
                new Money(unitPrice, currency),
                amount(currency).plus(tax(currency)));
    }
}
