package io.gendan.gateway.session;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import io.gendan.gateway.GatewayConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VaultTest {
    private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);
    private static final String OLD = key(1);
    private static final String NEW = key(2);

    @Test
    void whatIsSealedOpensInItsPlaceOnly() {
        Vault vault = vault(Map.of());
        byte[] sealed = vault.seal(SECRET, "here");

        assertThat(vault.open(sealed, "here")).contains(SECRET);
        assertThat(vault.open(sealed, "there")).isEmpty();
        assertThat(vault.open(new byte[3], "here")).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(vault.open(sealed, "here")).isEmpty();
    }

    @Test
    void theSameIsNeverSealedAlike() {
        Vault vault = vault(Map.of());

        assertThat(vault.seal(SECRET, "here")).isNotEqualTo(vault.seal(SECRET, "here"));
    }

    @Test
    void aChangedKeyStillOpensWhatThePreviousSealed() {
        byte[] sealed = vault(Map.of("key", OLD)).seal(SECRET, "here");

        assertThat(vault(Map.of("key", NEW, "previous-key", OLD)).open(sealed, "here"))
                .contains(SECRET);
        assertThat(vault(Map.of("key", NEW)).open(sealed, "here")).isEmpty();
    }

    @Test
    void aKeyOfTheWrongLengthIsRefusedByName() {
        assertThatThrownBy(() -> vault(Map.of("key", "c2hvcnQ=")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gendan.gateway.session.key");
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Vault vault(Map<String, String> session) {
        var builder = new SmallRyeConfigBuilder()
                .withMapping(GatewayConfig.class)
                .withDefaultValue("gendan.gateway.public-url", "https://gendan.test")
                .withDefaultValue("gendan.gateway.client-secret", "only-for-tests")
                .withDefaultValue("gendan.gateway.oidc.issuer", "https://id.test")
                .withDefaultValue("gendan.gateway.rates.principal.per-second", "1")
                .withDefaultValue("gendan.gateway.rates.principal.burst", "1")
                .withDefaultValue("gendan.gateway.rates.address.per-second", "1")
                .withDefaultValue("gendan.gateway.rates.address.burst", "1")
                .withConverters(new org.eclipse.microprofile.config.spi.Converter<?>[] {
                    new io.quarkus.runtime.configuration.MemorySizeConverter(),
                    new io.quarkus.runtime.configuration.DurationConverter()
                });
        session.forEach((name, value) -> builder.withDefaultValue("gendan.gateway.session." + name, value));
        return new Vault(builder.build().getConfigMapping(GatewayConfig.class));
    }
}
