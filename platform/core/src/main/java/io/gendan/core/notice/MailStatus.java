package io.gendan.core.notice;

import java.util.EnumSet;
import java.util.Set;

/** What has become of a notice's e-mail. */
enum MailStatus {
    WAITING,
    SENT,
    FAILED;

    Set<MailStatus> next() {
        return switch (this) {
            case WAITING -> EnumSet.of(SENT, FAILED);
            case SENT, FAILED -> EnumSet.noneOf(MailStatus.class);
        };
    }
}
