package io.gendan.core.approval;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static io.gendan.core.approval.ApprovalFixture.AUTHOR;
import static io.gendan.core.approval.ApprovalFixture.DAY;
import static io.gendan.core.approval.ApprovalFixture.company;
import static org.assertj.core.api.Assertions.assertThat;

class ApproverTest {
    private final ApprovalFixture company = company();

    @Test
    void theNearestSuperiorWithOneOfTheRolesIsAskedAndTheNextWhereHeMustNot() {
        var headOrAbove = new Approver.Superior(AUTHOR, Set.of("HEAD", "LEAD"));

        assertThat(headOrAbove.find(company, Set.of(), DAY)).containsExactly("head");
        assertThat(headOrAbove.find(company, Set.of("head"), DAY)).containsExactly("lead");
        assertThat(new Approver.Superior("head", Set.of("HEAD", "LEAD")).find(company, Set.of(), DAY))
                .as("above the head stands the leader")
                .containsExactly("lead");
        assertThat(new Approver.Superior("lead", Set.of("HEAD", "LEAD")).find(company, Set.of(), DAY))
                .as("above the leader stands nobody")
                .isEmpty();
        company.leaves("head");
        assertThat(headOrAbove.find(company, Set.of(), DAY)).containsExactly("lead");
    }

    @Test
    void superiorsAreCountedFromThePerson() {
        assertThat(new Approver.NthSuperior(AUTHOR, 1).find(company, Set.of(), DAY))
                .containsExactly("supv");
        assertThat(new Approver.NthSuperior(AUTHOR, 2).find(company, Set.of(), DAY))
                .containsExactly("head");
        assertThat(new Approver.NthSuperior(AUTHOR, 2).find(company, Set.of("head"), DAY))
                .containsExactly("lead");
        assertThat(new Approver.NthSuperior(AUTHOR, 4).find(company, Set.of(), DAY))
                .isEmpty();
    }

    @Test
    void whoHoldsARoleIsAskedUnlessHeMustNot() {
        assertThat(new Approver.Holder("LEGAL", "sales").find(company, Set.of("legal"), DAY))
                .containsExactly("other.legal");
        assertThat(new Approver.Holder("AUDIT", "sales").find(company, Set.of(), DAY))
                .isEmpty();
    }

    @Test
    void aNamedPersonIsAskedWhileOnDuty() {
        assertThat(new Approver.Named("legal").find(company, Set.of(), DAY)).containsExactly("legal");
        assertThat(new Approver.Named("legal").find(company, Set.of("legal"), DAY))
                .isEmpty();
        company.leaves("legal");
        assertThat(new Approver.Named("legal").find(company, Set.of(), DAY)).isEmpty();
        assertThat(new Approver.Named("nobody").find(company, Set.of(), DAY)).isEmpty();
    }

    @Test
    void aDecisionIsHandedOnToPeopleThePlanWouldHave() {
        var headOrAbove = new Approver.Superior(AUTHOR, Set.of("HEAD", "LEAD"));

        assertThat(headOrAbove.qualifies(company.find("lead").orElseThrow(), company, DAY))
                .isTrue();
        assertThat(headOrAbove.qualifies(company.find("legal").orElseThrow(), company, DAY))
                .isFalse();
        assertThat(new Approver.NthSuperior(AUTHOR, 1)
                        .qualifies(company.find("legal").orElseThrow(), company, DAY))
                .isFalse();
    }
}
