package io.gendan.performance.account;

import java.util.Locale;

/** Why an account could not be brought into step. */
enum AccountFault {
    /** The identity provider does not answer, or not in time. */
    PROVIDER_AWAY(true, true),
    /** It answers and does not let us in: secret or rights of our client. */
    PROVIDER_DENIES(true, true),
    /** It failed at this account. */
    PROVIDER_FAILED(true, false),
    /** The account is as it should be, but the mail about the first password could not be sent. */
    INVITATION_NOT_SENT(true, false),
    /** Another account has this e-mail address. */
    EMAIL_TAKEN(false, false),
    /** The realm has no such role. */
    ROLE_NOT_IN_REALM(false, false),
    /** A group or another role of the realm brings along a role of the staff that the register does not give. */
    ROLE_FROM_ELSEWHERE(false, false),
    /** The provider does not take the data as they are. */
    DATA_REJECTED(false, false),
    /** The user name is taken by a customer's portal account. */
    CUSTOMER_ACCOUNT(false, false),
    /** The user name is that of a program. */
    SERVICE_ACCOUNT(false, false),
    /** The account may administer the realm. */
    REALM_ADMINISTRATOR(false, false);

    private final boolean passing;
    private final boolean general;

    AccountFault(boolean passing, boolean general) {
        this.passing = passing;
        this.general = general;
    }

    /** Whether trying again may help without anybody doing anything about this person. */
    boolean isPassing() {
        return passing;
    }

    /** Whether every other account would meet it as well. */
    boolean isGeneral() {
        return general;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
