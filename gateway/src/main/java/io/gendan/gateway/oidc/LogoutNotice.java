package io.gendan.gateway.oidc;

import java.util.Optional;

/** One session of the provider has ended or, without its id, all of a person's. */
public record LogoutNotice(Optional<String> providerSession, Optional<String> subject) {}
