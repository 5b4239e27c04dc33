package io.gendan.contract.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.gendan.core.act.Act;
import io.gendan.core.store.Ids;
import io.gendan.events.Money;

/**
 * An invoice issued to the customer (SET-03).
 *
 * @param amount with tax
 * @param tax contained in the amount
 */
record Invoice(
        UUID id,
        String number,
        Money amount,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal taxPercent,
        Money tax,
        String issuedBy,
        Instant issuedAt) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Invoice issue(String number, Money amount, BigDecimal taxPercent, Act act) {
        BigDecimal tax = amount.amount().multiply(taxPercent).divide(HUNDRED.add(taxPercent), 2, RoundingMode.HALF_UP);
        return new Invoice(
                Ids.next(), number, amount, taxPercent, new Money(tax, amount.currency()), act.by(), act.at());
    }
}
