package io.gendan.gateway.login;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReturnPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/orders", "/orders/7?tab=timeline#end", "/%E5%8D%95"})
    void aPageOfOursIsKept(String path) {
        assertThat(ReturnPath.safe(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "/\tevil",
                "/a\r\nSet-Cookie: x",
                " /orders",
                "javascript:alert(1)",
                "/auth/logout",
                "/api/intake/v1/x",
                "orders",
                "/单"
            })
    void anythingElseLeadsHome(String path) {
        assertThat(ReturnPath.safe(path)).isEqualTo("/");
    }
}
