package io.gendan.performance.account;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What becomes of an account at the identity provider, over HTTP, with every fault on the way. */
class AccountKeeperTest {
    private final RealmDouble realm = new RealmDouble();
    private final AccountSettingsOfTests settings = new AccountSettingsOfTests(realm);
    private final AccountKeeper keeper = keeper();

    @AfterEach
    void end() {
        realm.close();
    }

    @Test
    @Requirement({"SEC-17", "ORG-01"})
    void whoIsNewGetsAnAccountWithHisRolesAndHasToChooseAPassword() {
        var outcome = keeper.bringIntoStep(wish(true, "SALES", "MERCH"), false);

        var kim = realm.find("kim").orElseThrow();
        assertThat(outcome.changed()).isTrue();
        assertThat(outcome.invited()).isFalse();
        assertThat(kim.roles()).containsExactlyInAnyOrder("default-roles-gendan", "MERCH", "SALES");
        assertThat(kim.user().path("enabled").asBoolean()).isTrue();
        assertThat(kim.user().path("firstName").asText()).isEqualTo("金明");
        assertThat(kim.user().path("email").asText()).isEqualTo("kim@gendan.example");
        assertThat(kim.user().path("requiredActions").toString()).isEqualTo("[\"UPDATE_PASSWORD\"]");
        assertThat(kim.user().has("credentials")).isFalse();
    }

    @Test
    void whereTheRealmSendsMailTheNewcomerIsInvitedOnce() {
        settings.invitations = true;

        assertThat(keeper.bringIntoStep(wish(true, "SALES"), false).invited()).isTrue();
        assertThat(keeper.bringIntoStep(wish(true, "SALES"), true).invited()).isFalse();

        assertThat(realm.writesAbout("kim"))
                .containsExactly("POST", "POST /users/role-mappings/realm", "PUT /users/execute-actions-email");
    }

    @Test
    void whoHasAPasswordOrNoAddressIsNotInvited() {
        settings.invitations = true;
        realm.has("kim", "金明", "kim@gendan.example", "SALES");

        assertThat(keeper.bringIntoStep(wish(true, "SALES"), false).invited()).isFalse();
        assertThat(keeper.bringIntoStep(new Wish("lee", "李", null, roles("CS"), true), false)
                        .invited())
                .isFalse();
    }

    @Test
    void anAccountInStepIsNotTouched() {
        realm.has("kim", "金明", "Kim@gendan.example", "SALES", "offline_access");

        var outcome = keeper.bringIntoStep(wish(true, "SALES"), false);

        assertThat(outcome.changed()).isFalse();
        assertThat(realm.writes()).isEmpty();
    }

    @Test
    @Requirement("SEC-17")
    void otherRolesOfThePostReplaceTheOldOnesAndThoseOfOthersStay() {
        var kim = realm.has("kim", "金", "old@gendan.example", "SALES", "CS", "offline_access");

        assertThat(keeper.bringIntoStep(wish(true, "CS", "SUPV"), false).changed())
                .isTrue();

        assertThat(kim.roles()).containsExactlyInAnyOrder("default-roles-gendan", "offline_access", "CS", "SUPV");
        assertThat(kim.user().path("firstName").asText()).isEqualTo("金明");
        assertThat(kim.user().path("email").asText()).isEqualTo("kim@gendan.example");
        assertThat(kim.user().at("/attributes/unit/0").asText()).isEqualTo("kept-as-it-is");
    }

    @Test
    @Requirement("SEC-17")
    void whoHasLeftCannotLogInAndIsLoggedOut() {
        var kim = realm.has("kim", "金明", "kim@gendan.example", "SALES");

        keeper.bringIntoStep(wish(false, "SALES"), false);

        assertThat(kim.user().path("enabled").asBoolean()).isFalse();
        assertThat(realm.writesAbout("kim")).containsExactly("PUT /users", "POST /users/logout");
    }

    @Test
    void whoComesBackCanLogInAgain() {
        var kim = realm.has("kim", "金明", "kim@gendan.example", "SALES");
        keeper.bringIntoStep(wish(false, "SALES"), false);

        keeper.bringIntoStep(wish(true, "SALES"), false);

        assertThat(kim.user().path("enabled").asBoolean()).isTrue();
    }

    @Test
    void beforeTheFirstDayThereIsNoAccount() {
        assertThat(keeper.bringIntoStep(wish(false, "SALES"), false).changed()).isFalse();

        assertThat(realm.find("kim")).isEmpty();
    }

    @Test
    void accountsOfCustomersAndProgramsAreNeverTouched() {
        realm.has("kim", "金明", "kim@gendan.example", "CUST");

        assertFault(wish(true, "SALES"), AccountFault.CUSTOMER_ACCOUNT);
        assertFault(wish(false, "SALES"), AccountFault.CUSTOMER_ACCOUNT);
        assertFault(
                new Wish("service-account-gendan-erp", "ERP", null, roles("SALES"), false),
                AccountFault.SERVICE_ACCOUNT);

        assertThat(realm.writes()).isEmpty();
    }

    @Test
    void aCustomersRoleThatAGroupBringsAlongCountsAsMuch() {
        realm.has("kim", "金明", "kim@gendan.example", "customers").brought().add("CUST");

        assertFault(wish(true, "SALES"), AccountFault.CUSTOMER_ACCOUNT);
        assertFault(wish(false, "SALES"), AccountFault.CUSTOMER_ACCOUNT);

        assertThat(realm.writes()).isEmpty();
    }

    @Test
    void accountsThatMayAdministerTheRealmAreNeverTouched() {
        realm.has("kim", "金明", "kim@gendan.example", "SALES").clients().add("realm-management");
        realm.has("lee", "李", "lee@gendan.example", "SALES").clients().add("account");

        assertFault(wish(true, "CS"), AccountFault.REALM_ADMINISTRATOR);
        assertFault(wish(false, "SALES"), AccountFault.REALM_ADMINISTRATOR);
        assertThat(realm.writes()).isEmpty();

        keeper.bringIntoStep(new Wish("lee", "李", "lee@gendan.example", roles("CS"), true), false);
        assertThat(realm.find("lee").orElseThrow().roles()).contains("CS").doesNotContain("SALES");
    }

    @Test
    @Requirement("SEC-17")
    void theOldRolesAreGoneThoughAddressOrNameIsNotTaken() {
        var kim = realm.has("kim", "金明", "old@gendan.example", "LEAD", "SALES");
        realm.has("lee", "李", "kim@gendan.example", "SALES");

        assertFault(wish(true, "SALES", "CS"), AccountFault.EMAIL_TAKEN);
        assertThat(kim.roles()).containsExactlyInAnyOrder("default-roles-gendan", "SALES");

        assertFault(new Wish("kim", "<金>", null, roles("CS"), true), AccountFault.DATA_REJECTED);
        assertThat(kim.roles()).containsExactlyInAnyOrder("default-roles-gendan");
    }

    @Test
    @Requirement("SEC-17")
    void aRoleThatAGroupBringsAlongAndTheRegisterDoesNotGiveIsReported() {
        var kim = realm.has("kim", "金明", "kim@gendan.example", "CS");
        kim.brought().addAll(List.of("SALES", "LEAD", "offline_access"));

        assertThatExceptionOfType(AccountFailure.class)
                .isThrownBy(() -> keeper.bringIntoStep(wish(true, "SALES"), false))
                .matches(failure -> failure.fault() == AccountFault.ROLE_FROM_ELSEWHERE)
                .matches(failure -> failure.detail().equals("LEAD"));
        assertThat(kim.roles()).contains("SALES").doesNotContain("CS");

        kim.brought().remove("LEAD");
        assertThat(keeper.bringIntoStep(wish(true, "SALES"), false).changed()).isFalse();
    }

    @Test
    void unknownAccountsStayAsTheyAre() {
        var other = realm.has("kimberly", "Kimberly", "kimberly@gendan.example", "ADMIN");

        keeper.bringIntoStep(wish(true, "SALES"), false);

        assertThat(realm.writesAbout("kimberly")).isEmpty();
        assertThat(other.roles()).contains("ADMIN");
    }

    @Test
    void anotherOnesAddressIsRefused() {
        realm.has("lee", "李", "kim@gendan.example", "SALES");
        assertFault(wish(true, "SALES"), AccountFault.EMAIL_TAKEN);

        realm.has("kim", "金明", "kim@elsewhere.example", "SALES");
        assertFault(wish(true, "SALES"), AccountFault.EMAIL_TAKEN);
    }

    @Test
    void whatTheProviderDoesNotTakeIsRefusedWithItsReason() {
        realm.has("kim", "金明", "kim@gendan.example", "SALES");

        assertFault(new Wish("kim", "<金>", null, roles("SALES"), true), AccountFault.DATA_REJECTED);
        assertFault(wish(true, "SALES", "NO-SUCH-ROLE"), AccountFault.ROLE_NOT_IN_REALM);
    }

    @ParameterizedTest
    @CsvSource({"POST, /users", "POST, /role-mappings/realm", "PUT, /execute-actions-email"})
    void aTryThatBreaksOffIsFinishedByTheNext(String method, String where) {
        settings.invitations = true;
        for (var fault : RealmDouble.Fault.values()) {
            String name = "kim-" + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
            var wish = new Wish(name, "金明", name + "@gendan.example", roles("SALES"), true);
            realm.next(method, where, fault);

            assertThatExceptionOfType(AccountFailure.class)
                    .isThrownBy(() -> keeper.bringIntoStep(wish, false))
                    .matches(failure -> failure.fault().isPassing());
            keeper.bringIntoStep(wish, false);

            assertThat(realm.find(name).orElseThrow().roles()).contains("SALES");
            assertThat(realm.writesAbout(name)).containsOnlyOnce("POST").contains("PUT /users/execute-actions-email");
        }
    }

    @Test
    void closingThatBreaksOffBeforeTheSessionsAreEndedIsFinishedByTheNext() {
        realm.has("kim", "金明", "kim@gendan.example", "SALES");
        realm.next("POST", "/logout", RealmDouble.Fault.FAILS);

        assertFault(wish(false, "SALES"), AccountFault.PROVIDER_FAILED);
        keeper.bringIntoStep(wish(false, "SALES"), false);

        assertThat(realm.writesAbout("kim")).containsExactly("PUT /users", "POST /users/logout");
    }

    @Test
    void theMailThatCannotBeSentIsNamed() {
        settings.invitations = true;
        realm.next("PUT", "/execute-actions-email", RealmDouble.Fault.FAILS);

        assertFault(wish(true, "SALES"), AccountFault.INVITATION_NOT_SENT);
    }

    @Test
    void aProviderThatIsAwayOrHangsIsNamed() {
        realm.next("GET", "/users", RealmDouble.Fault.DOES_NOT_ANSWER);
        assertFault(wish(true, "SALES"), AccountFault.PROVIDER_AWAY);

        realm.close();
        assertFault(wish(true, "SALES"), AccountFault.PROVIDER_AWAY);
    }

    @Test
    void oneTokenServesUntilTheSecretChanges() {
        keeper.bringIntoStep(wish(true, "SALES"), false);
        assertThat(realm.tokensIssued()).isEqualTo(1);

        realm.changeSecret("the-next-secret");
        assertFault(wish(true, "CS"), AccountFault.PROVIDER_DENIES);

        settings.secret = "the-next-secret";
        keeper.bringIntoStep(wish(true, "CS"), false);
        assertThat(realm.find("kim").orElseThrow().roles()).contains("CS");
    }

    @Test
    void withoutASecretNothingIsTried() {
        settings.secret = null;

        assertFault(wish(true, "SALES"), AccountFault.PROVIDER_DENIES);
    }

    @Test
    void noFailureTellsTheSecret() {
        realm.changeSecret("another");

        assertThatExceptionOfType(AccountFailure.class)
                .isThrownBy(() -> keeper.bringIntoStep(wish(true, "SALES"), false))
                .satisfies(failure -> assertThat(List.of(failure.getMessage(), failure.detail()))
                        .noneMatch(text -> text.contains(RealmDouble.SECRET)));
    }

    private void assertFault(Wish wish, AccountFault fault) {
        assertThatExceptionOfType(AccountFailure.class)
                .isThrownBy(() -> keeper.bringIntoStep(wish, false))
                .matches(failure -> failure.fault() == fault, "fault is " + fault);
    }

    private static Wish wish(boolean open, String... roles) {
        return new Wish("kim", "金明", "kim@gendan.example", roles(roles), open);
    }

    private static TreeSet<String> roles(String... roles) {
        return new TreeSet<>(Arrays.asList(roles));
    }

    private AccountKeeper keeper() {
        var connection = new RealmConnection();
        connection.settings = settings;
        connection.mapper = new ObjectMapper();
        connection.clock = Clock.systemUTC();
        var realmOfKeeper = new Realm();
        realmOfKeeper.connection = connection;
        var made = new AccountKeeper();
        made.realm = realmOfKeeper;
        made.settings = settings;
        return made;
    }
}
