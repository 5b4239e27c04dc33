package io.gendan.core.approval;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.gendan.core.problem.Problem;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static io.gendan.core.approval.ApprovalFixture.ANYBODY_ONCE;
import static io.gendan.core.approval.ApprovalFixture.ask;
import static io.gendan.core.approval.ApprovalFixture.by;
import static io.gendan.core.approval.ApprovalFixture.step;
import static io.gendan.core.approval.ApprovalFixture.submitted;
import static org.assertj.core.api.Assertions.assertThat;

class QuorumPropertiesTest {
    @Property
    void aQuorumIsReachedByNoFewerThanItNeedsAndOnlyIfItIsAttainable(
            @ForAll @IntRange(max = 9) int asked, @ForAll @IntRange(max = 9) int agreed, @ForAll("quorums") Quorum q) {
        int needed = q.needed() == null ? asked : q.needed();

        assertThat(q.isAttainable(asked)).isEqualTo(asked > 0 && needed <= asked);
        assertThat(q.isReached(Math.min(agreed, asked), asked))
                .isEqualTo(asked > 0 && Math.min(agreed, asked) >= needed);
        if (q.isReached(Math.min(agreed, asked), asked))
            assertThat(q.isAttainable(asked)).isTrue();
    }

    /** Whoever decides for whomever, in whatever order: a step never passes with fewer different people than it needs. */
    @Property(tries = 300)
    void soManyDifferentPeopleAgreeAsTheQuorumNeeds(
            @ForAll @IntRange(min = 1, max = 5) int asked,
            @ForAll("quorums") Quorum quorum,
            @ForAll("attempts") List<Attempt> attempts) {
        String[] people = IntStream.range(0, asked).mapToObj(i -> "p" + i).toArray(String[]::new);
        Approval approval = ask(submitted(ANYBODY_ONCE, step("head", quorum, people)));
        var agreed = new TreeSet<String>();

        for (Attempt attempt : attempts)
            try {
                approval.approve(Set.of("p" + attempt.represented()), null, null, by("p" + attempt.who()));
                agreed.add("p" + attempt.who());
            } catch (Problem _) {
                continue; // decided already, stuck, or not asked
            }

        int needed = quorum.needed() == null ? asked : quorum.needed();
        assertThat(approval.status() == ApprovalStatus.APPROVED).isEqualTo(needed <= asked && agreed.size() == needed);
    }

    record Attempt(int who, int represented) {}

    @Provide
    Arbitrary<Quorum> quorums() {
        return Arbitraries.integers().between(0, 6).map(n -> n == 0 ? Quorum.ALL : Quorum.of(n));
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        var person = Arbitraries.integers().between(0, 7);
        return person.flatMap(who -> person.map(represented -> new Attempt(who, represented)))
                .list()
                .ofMaxSize(12);
    }
}
