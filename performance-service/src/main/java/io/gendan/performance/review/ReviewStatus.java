package io.gendan.performance.review;

import java.util.EnumSet;
import java.util.Set;

enum ReviewStatus {
    PLANNED,
    OPEN,
    SELF_ASSESSMENT,
    HEAD_REVIEW,
    HR_CHECK,
    PUBLISHED,
    OBJECTION_PERIOD,
    FINAL;

    Set<ReviewStatus> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(OPEN);
            case OPEN -> EnumSet.of(SELF_ASSESSMENT, HEAD_REVIEW);
            case SELF_ASSESSMENT -> EnumSet.of(HEAD_REVIEW);
            case HEAD_REVIEW -> EnumSet.of(HR_CHECK);
            case HR_CHECK -> EnumSet.of(PUBLISHED);
            case PUBLISHED -> EnumSet.of(OBJECTION_PERIOD);
            case OBJECTION_PERIOD -> EnumSet.of(FINAL);
            case FINAL -> EnumSet.noneOf(ReviewStatus.class);
        };
    }
}
