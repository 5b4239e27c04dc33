package io.gendan.intake.inquiry;

import java.util.EnumSet;
import java.util.Set;

enum InquiryStatus {
    RECEIVED,
    INCOMPLETE,
    ANSWERED,
    QUOTED,
    WON,
    LOST;

    Set<InquiryStatus> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(INCOMPLETE, ANSWERED, QUOTED);
            case INCOMPLETE -> EnumSet.of(RECEIVED);
            case QUOTED -> EnumSet.of(WON, LOST);
            case ANSWERED, WON, LOST -> EnumSet.noneOf(InquiryStatus.class);
        };
    }
}
