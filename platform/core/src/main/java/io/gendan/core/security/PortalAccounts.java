package io.gendan.core.security;

import java.util.Set;
import java.util.UUID;

/** Which customers a person of the portal acts for (INF-10). */
public interface PortalAccounts {
    Set<UUID> ofPortalAccount(String username);
}
