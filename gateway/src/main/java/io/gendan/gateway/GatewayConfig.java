package io.gendan.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** All that can be set about the gateway; each has an environment variable, {@code GENDAN_GATEWAY_…}. */
@ConfigMapping(prefix = "gendan.gateway")
public interface GatewayConfig {
    /** Where the browser finds us, scheme, host and port. Nothing a request says about its host is believed. */
    URI publicUrl();

    /** The built web; without it only the API is served. */
    Optional<Path> webRoot();

    /** Base address by the name that follows {@code /api/}. */
    Map<String, URI> services();

    /** Our secret at the identity provider; also the root of the session key where none is set. */
    String clientSecret();

    Oidc oidc();

    Session session();

    Limits limits();

    Rates rates();

    interface Oidc {
        /** Must equal the {@code iss} of every token. */
        URI issuer();

        @WithDefault("gendan-web")
        String clientId();

        @WithDefault("openid profile email")
        String scope();

        /** For the whole of one question to the identity provider. */
        @WithDefault("3S")
        Duration timeout();

        /** How long a begun login may take. */
        @WithDefault("10M")
        Duration loginWithin();
    }

    interface Session {
        /** 32 bytes, Base64, to seal tokens with; derived from the client secret where absent. */
        Optional<String> key();

        /** The key before this one: still opens, no longer seals. */
        Optional<String> previousKey();

        @WithDefault("60M")
        Duration idle();

        @WithDefault("12H")
        Duration absolute();

        /** How long a look-up is believed, so how long a session ended elsewhere may still be used here. */
        @WithDefault("3S")
        Duration cacheFor();

        /** Tokens are renewed beside the request when less than this is left. */
        @WithDefault("60S")
        Duration refreshAhead();

        /** Origins besides our own that may change state with a session. */
        Optional<List<String>> allowedOrigins();

        @WithDefault("60S")
        Duration sweepEvery();
    }

    interface Limits {
        @WithDefault("1M")
        MemorySize body();

        /** For paths with a segment {@code documents}. */
        @WithDefault("50M")
        MemorySize documentBody();

        /** From the request's first byte to the answer's first. */
        @WithDefault("30S")
        Duration answerWithin();

        @WithDefault("120S")
        Duration documentAnswerWithin();

        @WithDefault("500MS")
        Duration connectWithin();

        /** A begun answer may be silent this long; event streams send a comment more often. */
        @WithDefault("5M")
        Duration silence();

        /** Connections to one service from one event loop; what finds none free waits, and a full queue is refused. */
        @WithDefault("128")
        int connections();

        @WithDefault("512")
        int waiting();
    }

    interface Rates {
        @WithDefault("true")
        boolean enabled();

        /** One person or program. */
        Rate principal();

        /** Requests of one address without credentials, or with ones that turned out to be worthless. */
        Rate address();
    }

    /** A token bucket. */
    interface Rate {
        int perSecond();

        int burst();
    }
}
