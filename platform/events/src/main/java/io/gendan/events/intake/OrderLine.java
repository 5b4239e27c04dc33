package io.gendan.events.intake;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.gendan.events.Money;

/**
 * One item of an order.
 *
 * @param productClass decides the lead time (INT-23), for example {@code panel}, {@code solid-wood}, {@code standard}
 * @param quantity in {@code unit}, greater than zero, decimal string
 */
public record OrderLine(
        String description,
        String productClass,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
        String unit,
        Money unitPrice,
        Money amount) {}
