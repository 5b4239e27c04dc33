package io.gendan.performance.account;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether and how the accounts of the staff are kept in step with the register. */
@ConfigMapping(prefix = "gendan.accounts")
interface AccountSettings {
    /** Off where the company keeps its accounts otherwise, for example in its own directory. */
    @WithDefault("false")
    boolean managed();

    /** The realm, as its tokens name it; by default the one whose tokens are accepted. */
    @WithDefault("${quarkus.oidc.auth-server-url:}")
    Optional<URI> realm();

    @WithDefault("gendan-accounts")
    String clientId();

    Optional<String> clientSecret();

    /** Whether the realm can send mail: then who gets an account is asked by mail to choose a password. */
    @WithDefault("false")
    boolean invitations();

    /** How long an answer of the identity provider may take. */
    @WithDefault("PT4S")
    Duration patience();

    /** How long nothing is tried after the identity provider was away or let us not in. */
    @WithDefault("PT10S")
    Duration pause();

    /** How long one account waits after a failure; twice as long after the next one. */
    @WithDefault("PT10S")
    Duration firstRetry();

    @WithDefault("PT10M")
    Duration longestRetry();

    /** How long the other clocks of the service have their turn after some accounts in a row. */
    @WithDefault("PT0.5S")
    Duration turnOfOthers();

    /** How often an account in step is compared all the same: somebody may have changed it by hand. */
    @WithDefault("P1D")
    Duration compareEvery();
}
