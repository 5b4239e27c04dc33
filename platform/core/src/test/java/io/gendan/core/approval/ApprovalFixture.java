package io.gendan.core.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.gendan.core.act.Act;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.store.Ids;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Rulebook;
import io.gendan.rulebook.Scope;

import static java.util.stream.Collectors.toSet;

/** A small company, and approvals walked to where a test begins. */
final class ApprovalFixture implements StaffDirectory {
    static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    static final Rulebook RULES = Rulebook.load();
    static final String CONTENT = "c0ffee";
    static final String AUTHOR = "author";
    static final Apart ANYBODY_ONCE = new Apart("author", Set.of("author", "legal", "head", "lead"));

    private final Map<String, Person> people = new LinkedHashMap<>();

    static ApprovalFixture company() {
        return new ApprovalFixture()
                .with("lead", null, "LEAD")
                .with("head", "lead", "HEAD")
                .with("supv", "head", "SUPV")
                .with(AUTHOR, "supv", "SALES")
                .with("legal", "lead", "LEGAL")
                .with("other.legal", "lead", "LEGAL");
    }

    ApprovalFixture with(String username, String superior, String... roles) {
        people.put(
                username,
                new Person(
                        username,
                        username,
                        username + "@example",
                        "sales",
                        "general",
                        null,
                        superior,
                        Set.of(roles),
                        true));
        return this;
    }

    void leaves(String username) {
        var who = people.get(username);
        people.put(
                username,
                new Person(
                        username,
                        username,
                        who.email(),
                        who.unit(),
                        "general",
                        null,
                        who.superior(),
                        who.roles(),
                        false));
    }

    @Override
    public Optional<Person> find(String username) {
        return Optional.ofNullable(people.get(username));
    }

    @Override
    public List<Person> superiorsOf(String username, LocalDate day) {
        var chain = new ArrayList<Person>();
        for (var at = people.get(username); at != null && at.superior() != null; at = people.get(at.superior()))
            if (people.get(at.superior()).active()) chain.add(people.get(at.superior()));
        return chain;
    }

    @Override
    public List<Person> holders(String role, String unit, LocalDate day) {
        return people.values().stream()
                .filter(Person::active)
                .filter(person -> person.roles().contains(role))
                .toList();
    }

    @Override
    public Set<String> representedBy(String username, LocalDate day) {
        return Set.of();
    }

    @Override
    public Optional<String> substituteOf(String username, LocalDate day) {
        return Optional.empty();
    }

    @Override
    public Optional<String> profileOf(String unit) {
        return Optional.of("general");
    }

    static Act by(String who, String... roles) {
        return new Act(who, Set.of(roles), NOON, RULES);
    }

    static PlannedStep step(String code, Quorum quorum, String... named) {
        return new PlannedStep(
                code,
                code,
                Set.of(named).stream()
                        .sorted()
                        .map(Approver.Named::new)
                        .map(a -> (Approver) a)
                        .toList(),
                quorum,
                null);
    }

    static Approval submitted(Apart apart, PlannedStep... steps) {
        var about = new RecordRef("quotation", Ids.next(), "Q-1");
        return new Approval(
                new Submission(about, Scope.of("general", "sales"), CONTENT, Set.of(AUTHOR), apart, List.of(steps)),
                by(AUTHOR));
    }

    /** Asks those named in the step it is at, but those who must not decide. */
    static Approval ask(Approval approval) {
        var named = approval.step().approvers().stream()
                .map(approver -> ((Approver.Named) approver).username())
                .filter(person -> !approval.excluded().contains(person))
                .collect(toSet());
        if (approval.step().seats().isEmpty()) approval.begin(named, by(AUTHOR));
        else approval.ask(named, Set.of(), by(AUTHOR));
        return approval;
    }

    /** Asked of the head, then of the leader. */
    static Approval anApproval() {
        return ask(submitted(ANYBODY_ONCE, step("head", Quorum.ANY, "head"), step("lead", Quorum.ANY, "lead")));
    }

    static Approval anApproval(ApprovalStatus status) {
        Approval approval = anApproval();
        switch (status) {
            case OPEN -> {}
            case STUCK -> approval.ask(Set.of(), Set.of(), by(Act.SYSTEM));
            case APPROVED -> {
                approve(approval, "head");
                approve(approval, "lead");
            }
            case RETURNED -> approval.giveBack(Set.of(), null, Remark.onTheWhole("unclear"), by("head"));
            case WITHDRAWN -> approval.withdraw("mistake", by(AUTHOR));
            case VOID -> approval.contentBecame("other", by(AUTHOR));
        }
        return approval;
    }

    static void approve(Approval approval, String who, String... represented) {
        approval.approve(Set.of(represented), CONTENT, null, by(who));
        if (approval.status() == ApprovalStatus.OPEN && approval.step().seats().isEmpty()) ask(approval);
    }
}
