package io.gendan.performance.account;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import io.gendan.core.act.Act;
import io.gendan.performance.staff.PersonChanged;
import io.gendan.rulebook.Rulebook;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class AccountTest {
    private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");
    private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(10), Duration.ofMinutes(10));
    private static final AccountFailure AWAY = new AccountFailure(AccountFault.PROVIDER_AWAY, "ConnectException");

    @ParameterizedTest
    @Requirement("SEC-17")
    @CsvSource({
        "2026-11-30, false",
        "2026-12-01, true",
        "2026-12-31, true",
        "2027-01-01, false",
    })
    void isOpenFromTheFirstDayOfDutyToTheLast(LocalDate day, boolean open) {
        assertThat(account(FIRST, LAST).wishOn(day).open()).isEqualTo(open);
    }

    @Test
    void staysOpenWhileNoLastDayIsKnown() {
        assertThat(account(FIRST, null).wishOn(LocalDate.of(2099, 1, 1)).open()).isTrue();
    }

    @Test
    void turnsOnTheFirstDayAndOnTheDayAfterTheLast() {
        var account = account(FIRST, LAST);

        assertThat(account.turnsAfter(FIRST.minusDays(3))).contains(FIRST);
        assertThat(account.turnsAfter(FIRST)).contains(LAST.plusDays(1));
        assertThat(account.turnsAfter(LAST)).contains(LAST.plusDays(1));
        assertThat(account.turnsAfter(LAST.plusDays(1))).isEmpty();
        assertThat(account(FIRST, null).turnsAfter(FIRST)).isEmpty();
    }

    @Test
    void whatChangesInTheRegisterIsDueAtOnce() {
        var account = account(FIRST, LAST);
        account.settle(true, false, TOMORROW, act(NOON));

        account.follow(person("SALES", FIRST, LAST.minusDays(1), act(NOON.plusSeconds(5))));

        assertThat(account.is(AccountStatus.DUE)).isTrue();
        assertThat(view(account).nextLook()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void whoGetsAnotherAddressIsInvitedAnewAndOtherwiseOnce() {
        var account = account(FIRST, LAST);
        account.settle(true, true, TOMORROW, act(NOON));

        account.follow(person("MERCH", FIRST, LAST, act(NOON)));
        assertThat(account.isInvited()).isTrue();
        account.follow(
                new PersonChanged("kim", "金明", "other@gendan.example", Set.of("MERCH"), FIRST, LAST, false, act(NOON)));
        assertThat(account.isInvited()).isFalse();
    }

    @Test
    void whoeverAsksToTryAgainAlsoAsksForAnotherInvitation() {
        var account = account(FIRST, LAST);
        account.settle(true, true, TOMORROW, act(NOON));

        account.tryAgain(act(NOON));

        assertThat(account.isInvited()).isFalse();
    }

    @Test
    void whatIsTheSameForTheAccountChangesNothing() {
        var account = account(FIRST, LAST);

        assertThat(account.follows(person("SALES", FIRST, LAST, act(TOMORROW)))).isTrue();
        assertThat(account.follows(person("MERCH", FIRST, LAST, act(TOMORROW)))).isFalse();
        assertThat(account.follows(person("SALES", FIRST, null, act(TOMORROW)))).isFalse();
    }

    @Test
    void waitsLongerAfterEachFailureButNeverLongerThanTenMinutes() {
        var account = account(FIRST, LAST);
        Duration waited = Duration.ZERO;
        for (int i = 0; i < 12; i++) {
            account.postpone(AWAY, BACK_OFF, act(NOON));
            Duration wait = Duration.between(NOON, view(account).nextLook());
            assertThat(wait).isGreaterThanOrEqualTo(waited).isLessThanOrEqualTo(Duration.ofMinutes(10));
            waited = wait;
        }
        assertThat(waited).isEqualTo(Duration.ofMinutes(10));
        assertThat(view(account).attempts()).isEqualTo(12);

        account.settle(true, false, TOMORROW, act(NOON));

        assertThat(view(account).attempts()).isZero();
        assertThat(account.fault()).isEmpty();
    }

    @Test
    void aLostAccountIsDueAgainWhenItCannotBeClosed() {
        var account = account(FIRST, LAST);
        account.settle(true, true, TOMORROW, act(NOON));

        account.postpone(AWAY, BACK_OFF, act(TOMORROW));

        assertThat(account.is(AccountStatus.DUE)).isTrue();
        assertThat(account.fault()).contains(AccountFault.PROVIDER_AWAY);
        assertThat(account.isInvited()).isTrue();
    }

    @Test
    void whatAPersonHasToPutRightWaitsForThePerson() {
        var account = account(FIRST, LAST);
        account.refuse(new AccountFailure(AccountFault.EMAIL_TAKEN, "x".repeat(2000)), TOMORROW);

        assertThat(account.is(AccountStatus.REFUSED)).isTrue();
        assertThat(account.faultDetail()).hasSizeLessThan(1000);

        account.tryAgain(act(NOON));

        assertThat(account.is(AccountStatus.DUE)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void noStatusLeadsToItself(AccountStatus status) {
        assertThat(status.next()).doesNotContain(status).isNotEmpty();
    }

    @Test
    void whereTheCompanyKeepsItsAccountsItselfTheyAreNotManaged() {
        assertThat(account(FIRST, LAST).view(false, null).status()).isEqualTo("NOT_MANAGED");
    }

    private static AccountView view(Account account) {
        return account.view(true, null);
    }

    private static Account account(LocalDate from, LocalDate until) {
        return new Account(person("SALES", from, until, act(NOON)));
    }

    private static PersonChanged person(String role, LocalDate from, LocalDate until, Act act) {
        return new PersonChanged("kim", "金明", "kim@gendan.example", Set.of(role), from, until, false, act);
    }

    private static Act act(Instant at) {
        return new Act("hr", Set.of("HR"), at, Rulebook.load());
    }
}
