package io.gendan.core.approval;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChecksumTest {
    @Test
    void equalContentsHaveOneChecksumWhateverTheirAmountsTrailingZeros() {
        assertThat(of("total", new BigDecimal("100.00"))).isEqualTo(of("total", new BigDecimal("1E+2")));
        assertThat(of("total", new BigDecimal("100.01"))).isNotEqualTo(of("total", new BigDecimal("100")));
    }

    @Test
    void noTwoContentsHaveTheSameForm() {
        assertThat(new Checksum().with("a", "1").with("b", "2").hex())
                .isNotEqualTo(new Checksum().with("a", "1\nb 1\n2").hex())
                .isNotEqualTo(new Checksum().with("b", "2").with("a", "1").hex())
                .isNotEqualTo(of("a", "1"));
    }

    private static String of(String name, Object value) {
        return new Checksum().with(name, value).hex();
    }
}
