package io.gendan.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortsTest {
    @Test
    void theDefaultsCanBeChangedOneByOne() {
        Ports ports = Ports.configured(Map.of("GENDAN_PORT_GATEWAY", "9000", "GENDAN_PORT_KAFKA", " "));

        assertThat(ports.of(Port.GATEWAY)).isEqualTo(9000);
        assertThat(ports.of(Port.KAFKA)).isEqualTo(19092);
    }

    @Test
    void aPortThatIsNoneIsRefusedByName() {
        assertThatThrownBy(() -> Ports.configured(Map.of("GENDAN_PORT_INTAKE", "eighty")))
                .hasMessageContaining("GENDAN_PORT_INTAKE is \"eighty\"");
        assertThatThrownBy(() -> Ports.configured(Map.of("GENDAN_PORT_INTAKE", "70000")))
                .hasMessageContaining("GENDAN_PORT_INTAKE is \"70000\"");
    }

    @Test
    void aPortInUseIsNamedWithItsPartAndTheVariableThatChangesIt() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String taken = String.valueOf(other.getLocalPort());
            Ports ports = Ports.configured(Map.of("GENDAN_PORT_INTAKE", taken));

            assertThatThrownBy(() -> ports.requireFree(List.of(Part.INTAKE)))
                    .hasMessageContainingAll(taken, "intake-service", "GENDAN_PORT_INTAKE");
        }
    }

    @Test
    void freePortsAreAllDifferent() {
        Map<Port, Integer> numbers = Ports.free().numbers();

        assertThat(new HashSet<>(numbers.values())).hasSize(Port.values().length);
    }
}
