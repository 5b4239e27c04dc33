package io.gendan.fulfillment.shipment;

import java.math.BigDecimal;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonFormat;

/** One item of a shipment. */
record ShipmentLine(
        @NotBlank @Size(max = 500) String description,

        @NotNull @Positive @Digits(integer = 12, fraction = 4) @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal quantity,

        @NotBlank @Size(max = 20) String unit) {}
