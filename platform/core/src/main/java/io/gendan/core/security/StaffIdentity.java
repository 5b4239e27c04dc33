package io.gendan.core.security;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Whoever has a role of the staff is {@link Roles#OF_STAFF} too, so that what is for everybody names one role. */
@ApplicationScoped
class StaffIdentity implements SecurityIdentityAugmentor {
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        boolean ofStaff = identity.getRoles().stream().anyMatch(Roles.STAFF::contains);
        return Uni.createFrom()
                .item(
                        ofStaff
                                ? QuarkusSecurityIdentity.builder(identity)
                                        .addRole(Roles.OF_STAFF)
                                        .build()
                                : identity);
    }
}
