package io.gendan.events;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MoneyTest {
    @Test
    void amountsAreRoundedHalfUpToTwoDecimals() {
        assertThat(Money.cny("0.005")).isEqualTo(Money.cny("0.01"));
        assertThat(Money.cny("1").toString()).isEqualTo("1.00 CNY");
    }

    @Test
    void sumsKeepTheCurrencyAndRefuseAnother() {
        assertThat(Money.sum(List.of(Money.cny("0.10"), Money.cny("0.20")), "CNY"))
                .isEqualTo(Money.cny("0.30"));
        assertThatThrownBy(() -> Money.cny("1").plus(new Money(BigDecimal.ONE, "EUR")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000000000000", "-10000000000000", "1E+30", "1E+2000000"})
    void hugeAmountsAreRefusedAtOnce(String amount) {
        assertThatThrownBy(() -> Money.cny(amount)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cny", "CNYY", "C1Y"})
    void aCurrencyIsAnIsoCode(String currency) {
        assertThatThrownBy(() -> new Money(BigDecimal.ONE, currency)).isInstanceOf(IllegalArgumentException.class);
    }
}
