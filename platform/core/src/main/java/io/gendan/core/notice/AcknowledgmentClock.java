package io.gendan.core.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.clock.Timed;
import io.gendan.core.people.People;
import io.gendan.core.people.StaffDirectory;

import static java.util.Locale.CHINESE;

/**
 * An urgent notice nobody acknowledged in time: that is on record, and the next superior is told, urgently again, and so
 * on up to the leader in charge (ORG-07).
 */
@ApplicationScoped
class AcknowledgmentClock implements Timed<Notice> {
    @Inject
    Notices notices;

    @Inject
    StaffDirectory directory;

    @Inject
    People people;

    @Inject
    QuietHours quietHours;

    @Inject
    Clock clock;

    @Override
    public Class<Notice> kind() {
        return Notice.class;
    }

    @Override
    public String moment() {
        return "acknowledgeBy";
    }

    @Override
    public String condition() {
        return "acknowledgedAt is null and unacknowledgedAt is null";
    }

    @Override
    public void strike(Notice notice, Act act) {
        var scope = quietHours.scopeOf(notice.recipient());
        notices.adjust(notice.id(), act, "notice.unacknowledged", missed -> missed.missAcknowledgment(scope, act));
        directory.superiorsOf(notice.recipient(), LocalDate.now(clock)).stream()
                .findFirst()
                .ifPresent(superior -> notices.tell(
                        new Telling(
                                superior.username(),
                                "unreached",
                                Map.of("person", people.nameOf(notice.recipient(), CHINESE)),
                                notice.about(),
                                notice.deadline(),
                                true),
                        act));
    }
}
