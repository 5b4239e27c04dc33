package io.gendan.performance.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes an account what the register wishes, by as few changes as it takes: for one in step by none. */
@ApplicationScoped
class AccountKeeper {
    private static final String PROGRAM = "service-account-";

    /**
     * @param changed whether anything was changed at the identity provider
     * @param invited whether the person was sent the mail about a first password
     */
    record Outcome(boolean changed, boolean invited) {
        private static final Outcome NOTHING = new Outcome(false, false);
    }

    @Inject
    Realm realm;

    @Inject
    AccountSettings settings;

    /**
     * Any part of it may have been done by an earlier try that did not come to its end.
     *
     * @param invitedBefore whether that is on record
     * @throws AccountFailure where it cannot be done, or not now
     */
    Outcome bringIntoStep(Wish wish, boolean invitedBefore) {
        if (wish.username().startsWith(PROGRAM)) throw new AccountFailure(AccountFault.SERVICE_ACCOUNT, null);
        var found = realm.find(wish.username());
        if (found.isPresent()) return change(found.get(), wish, false, invitedBefore);
        if (!wish.open()) return Outcome.NOTHING;
        boolean created = realm.create(RealmUser.of(wish));
        RealmUser user =
                realm.find(wish.username()).orElseThrow(() -> new AccountFailure(AccountFault.EMAIL_TAKEN, null));
        return change(user, wish, created, invitedBefore && !created);
    }

    private Outcome change(RealmUser user, Wish wish, boolean created, boolean invitedBefore) {
        RealmRoles roles = realm.rolesOf(user);
        refuseForeign(user, roles);
        if (!wish.open()) return close(user);
        boolean changed = created;
        changed |= revokeSurplus(user, roles, wish);
        if (!user.isLike(wish)) {
            realm.update(user.like(wish));
            changed = true;
        }
        changed |= grantLacking(user, roles, wish);
        var brought = roles.broughtBeyond(wish.roles());
        if (!brought.isEmpty()) throw new AccountFailure(AccountFault.ROLE_FROM_ELSEWHERE, String.join(" ", brought));
        boolean invited = settings.invitations() && !invitedBefore && wish.email() != null && user.isToChoosePassword();
        if (invited) realm.invite(user);
        return new Outcome(changed, invited);
    }

    /** Before anything that may be refused: a name or address that is not taken must leave nobody his old rights. */
    private boolean revokeSurplus(RealmUser user, RealmRoles roles, Wish wish) {
        var surplus = roles.beyond(wish.roles());
        if (!surplus.isEmpty()) realm.revoke(user, surplus);
        return !surplus.isEmpty();
    }

    private boolean grantLacking(RealmUser user, RealmRoles roles, Wish wish) {
        var lacking = roles.lackOf(wish.roles());
        if (!lacking.isEmpty()) realm.grant(user, lacking);
        return !lacking.isEmpty();
    }

    /** No more logins first: then none can begin while the sessions are ended. */
    private Outcome close(RealmUser user) {
        if (user.isEnabled()) realm.update(user.disabled());
        realm.endSessions(user);
        return new Outcome(user.isEnabled(), false);
    }

    private static void refuseForeign(RealmUser user, RealmRoles roles) {
        if (user.isOfProgram()) throw new AccountFailure(AccountFault.SERVICE_ACCOUNT, null);
        if (roles.ofCustomer()) throw new AccountFailure(AccountFault.CUSTOMER_ACCOUNT, null);
        if (roles.ofRealmAdministrator()) throw new AccountFailure(AccountFault.REALM_ADMINISTRATOR, null);
    }
}
