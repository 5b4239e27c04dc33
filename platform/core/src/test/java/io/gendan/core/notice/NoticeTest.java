package io.gendan.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Rulebook;
import io.gendan.rulebook.Scope;
import io.gendan.rulebook.StaffRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NoticeTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Rulebook RULES = Rulebook.load();
    private static final NoticeMail MAIL = new NoticeMail("zhou.ting@example.com", "SO-1", "text");

    @Test
    void eachFailureMakesTheNextPauseLongerUpToAnHour() {
        Notice notice = aNotice(false);
        Instant now = NOON;
        Duration last = Duration.ZERO;
        for (int attempt = 0; attempt < 8; attempt++) {
            notice.mailLater("connection refused", now);
            Duration pause = Duration.between(now, notice.mailAt());
            assertThat(pause).isGreaterThanOrEqualTo(last).isPositive().isLessThanOrEqualTo(Duration.ofHours(1));
            last = pause;
            now = notice.mailAt();
        }
        assertThat(last).isEqualTo(Duration.ofHours(1));
        assertThat(notice.mailStatus()).isEqualTo(MailStatus.WAITING);
    }

    @Test
    void whatWasSentIsNeitherSentAgainNorDoesItFail() {
        Notice notice = aNotice(false);
        notice.mailed(MAIL, NOON);

        assertThatThrownBy(() -> notice.mailed(MAIL, NOON)).isInstanceOf(Problem.IllegalMove.class);
        assertThatThrownBy(() -> notice.mailFailed("550", NOON)).isInstanceOf(Problem.IllegalMove.class);
        assertThat(notice.mailStatus()).isEqualTo(MailStatus.SENT);
    }

    @Test
    void whatFailedForGoodIsNotSent() {
        Notice notice = aNotice(false);
        notice.mailFailed("no address", NOON);

        assertThatThrownBy(() -> notice.mailed(MAIL, NOON)).isInstanceOf(Problem.IllegalMove.class);
    }

    @Test
    void onlyAnUrgentNoticeIsAcknowledged() {
        assertThatThrownBy(() -> aNotice(false).acknowledge(by("zhou.ting")))
                .isInstanceOf(Problem.Unprocessable.class)
                .hasMessageContaining("notice-not-urgent");
    }

    @Test
    void anAcknowledgmentThatWasMissedStaysOnRecordWithItsRuling() {
        Notice notice = aNotice(true);
        Act tooLate = by(Act.SYSTEM);

        notice.missAcknowledgment(Scope.COMPANY, tooLate);
        notice.acknowledge(by("zhou.ting"));

        assertThat(tooLate.takeRulings()).singleElement().satisfies(ruling -> {
            assertThat(ruling.rule()).isEqualTo("reachability");
            assertThat(ruling.inputs()).containsEntry("person", "zhou.ting");
        });
        assertThat(notice.isUnacknowledged()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a & b", "\"'"})
    void whatPeopleWroteIsTextInTheMail(String written) {
        String html = new NoticeMail("a@b", "s", written).html();

        assertThat(html.replaceAll("</?(html|body|p)>|<br>", ""))
                .doesNotContain("<", ">", "\"", "'")
                .doesNotContainPattern("&(?!amp;|lt;|gt;|quot;|#39;)");
    }

    private static Notice aNotice(boolean urgent) {
        var about = new RecordRef("order", UUID.randomUUID(), "SO-2026-000001");
        var telling = new Telling("zhou.ting", "comment", Map.of("text", "x"), about, null, urgent);
        Act act = by("zhao.min");
        var notice = new Notice(telling, NOON, ZoneId.of("Asia/Shanghai"), act);
        if (urgent)
            notice.expectAcknowledgment(
                    act.rule(StaffRules.REACHABILITY, Scope.COMPANY),
                    Scope.COMPANY,
                    NOON.plus(Duration.ofMinutes(30)),
                    act);
        return notice;
    }

    private static Act by(String who) {
        return new Act(who, Set.of(), NOON, RULES);
    }
}
