package io.gendan.core.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Aggregates;
import io.gendan.events.DomainEvent;

/**
 * Who has to agree to what, and whether he did. All of it joins the transaction of the act that gives rise to it. A record
 * has at most one approval under way, and each is of one content: another content needs another one.
 */
@ApplicationScoped
public class Approvals extends Aggregates<Approval, DomainEvent> {
    @Inject
    @Any
    Instance<Approvable> approvables;

    @Inject
    StaffDirectory staff;

    @Inject
    Calendars calendars;

    @Inject
    ApprovalNews news;

    Approvals() {
        super("approval");
    }

    /**
     * Hands a content in; whatever was under way for the record is void.
     *
     * @return when the first step is due; empty without a limit, or where nobody was found to ask
     */
    public Optional<Instant> open(Submission submission, Act act) {
        return ask(submission.handedInBy(act.by()), act);
    }

    /**
     * Asks anew who is to agree to a content that was handed in before: whoever answers for it is another one (ORG-10). Who
     * put him there has no part in the content.
     */
    public void askAnew(Submission submission, Act act) {
        ask(submission, act);
    }

    /** Whether a task of this kind, or a deadline of this code, is on a decision: it goes by the plan of the approval. */
    public static boolean isOnDecision(String kindOrCode) {
        return ApprovalNews.isOnDecision(kindOrCode);
    }

    private Optional<Instant> ask(Submission submission, Act act) {
        end(submission.about().id(), "submitted-anew", act);
        var approval = new Approval(submission, act);
        begin(approval, act);
        add(approval, act);
        news.asked(approval, ApprovalNews.Asked.NOBODY, act);
        return Optional.ofNullable(approval.step().due());
    }

    /**
     * Agrees for whoever acts, or for the one he stands in for.
     *
     * @param seen checksum of what he read; null where he takes the content as it stands
     */
    public void approve(UUID recordId, String seen, Act act) {
        approve(underWay(recordId), seen, null, act);
    }

    /** @param seen as above */
    public void giveBack(UUID recordId, String seen, List<Remark> remarks, Act act) {
        giveBack(underWay(recordId), seen, remarks, act);
    }

    public void withdraw(UUID recordId, String reason, Act act) {
        withdraw(underWay(recordId), reason, act);
    }

    /** To be told whenever the content of a record changed: all that was agreed to another content is void (CON-08). */
    public void contentChanged(UUID recordId, String checksum, Act act) {
        newestOf(recordId)
                .filter(Approval::counts)
                .filter(a -> !a.checksum().equals(checksum))
                .ifPresent(approval -> {
                    follow(approval, act, "approval.voided", a -> a.contentBecame(checksum, act));
                    news.ended(approval, act);
                });
    }

    /** The record went another way: it was canceled, or returned after it had been approved. */
    public void end(UUID recordId, String why, Act act) {
        newestOf(recordId).filter(Approval::counts).ifPresent(approval -> {
            follow(approval, act, "approval.voided", a -> a.end(why, act));
            news.ended(approval, act);
        });
    }

    /** Who has agreed to the content of a record so far, oldest first; nobody where it was returned or is void. */
    public List<Agreement> agreed(UUID recordId) {
        return newestOf(recordId).filter(Approval::counts).map(Approval::agreed).orElse(List.of());
    }

    /** The approval of a record that was opened last, whatever became of it. */
    public Optional<ApprovalView> of(UUID recordId) {
        return newestOf(recordId).map(ApprovalView::of);
    }

    void approve(Approval approval, String seen, String text, Act act) {
        var ahead = approval.laterSteps().stream().map(Step::code).toList();
        decide(approval, "approval.approved", act, (a, represented) -> {
            String step = a.step().code();
            a.approve(represented, seen, text, act);
            if (a.step().code().equals(step)) settle(a);
            else begin(a, act);
        });
        boolean approved = approval.status() == ApprovalStatus.APPROVED;
        int passed = approved ? ahead.size() : ahead.indexOf(approval.step().code()) + 1;
        var record = approvable(approval);
        UUID recordId = approval.about().id();
        ahead.subList(0, passed).forEach(next -> record.advanced(recordId, next, act));
        if (approved) record.approved(recordId, decider(approval.last(), act), act);
    }

    void giveBack(Approval approval, String seen, List<Remark> remarks, Act act) {
        decide(approval, "approval.returned", act, (a, represented) -> a.giveBack(represented, seen, remarks, act));
        approvable(approval).returned(approval.about().id(), remarks, act);
    }

    void withdraw(Approval approval, String reason, Act act) {
        follow(approval, act, "approval.withdrawn", a -> a.withdraw(reason, act));
        news.ended(approval, act);
        approvable(approval).withdrawn(approval.about().id(), act);
    }

    void delegate(Approval approval, String to, String reason, Act act) {
        Person person = onDuty(to, "to");
        change(
                approval,
                "approval.delegated",
                act,
                a -> a.delegate(to, a.step().qualifies(person, staff, today()), reason, act));
    }

    void addApprover(Approval approval, String username, String reason, Act act) {
        Person person = onDuty(username, "username");
        boolean mayName = act.is(Roles.LEAD) || act.is(Roles.HR);
        change(approval, "approval.approver-added", act, a -> {
            boolean stuck = a.status() == ApprovalStatus.STUCK;
            a.add(username, mayName, a.step().qualifies(person, staff, today()), reason, act);
            if (stuck && a.status() == ApprovalStatus.OPEN) a.dueAt(news.limit(a, act));
        });
    }

    /** Asks whoever is to be asked today: people come and go, and are represented for a time. */
    void lookAgain(Approval approval, Act act) {
        change(approval, "approval.looked-at", act, a -> askAgain(a, act));
    }

    /** The limit has run out: the superiors of those who have not decided may decide as well (ORG-11). */
    void missed(UUID recordId, String code, Act act) {
        newestOf(recordId)
                .filter(a -> a.status() == ApprovalStatus.OPEN
                        && ApprovalNews.code(a).equals(code))
                .ifPresent(approval -> change(approval, "approval.escalated", act, a -> escalate(a, act)));
    }

    boolean mayRead(Approval approval) {
        return approvable(approval).mayRead(approval.about().id());
    }

    private void decide(Approval approval, String action, Act act, BiConsumer<Approval, Set<String>> decision) {
        var represented = staff.representedBy(act.by(), today());
        var before = ApprovalNews.Asked.of(approval);
        follow(approval, act, action, a -> {
            if (ApprovalStatus.UNDER_WAY.contains(a.status())) {
                askAgain(a, act);
                // also of somebody whom nobody asks: the record's rules may have a word for him
                var voice = a.voiceOf(act.by(), represented).orElse(new Voice(act.by(), act.by(), false));
                requireMayDecide(a, a.step().code(), voice, act);
            }
            decision.accept(a, represented);
        });
        if (ApprovalStatus.UNDER_WAY.contains(approval.status())) news.asked(approval, before, act);
        else news.decided(approval, before, act);
    }

    private void requireMayDecide(Approval approval, String step, Voice voice, Act act) {
        var record = approvable(approval);
        var decider = decider(voice, act);
        record.requireNoOtherPart(approval.about().id(), step, decider, act);
        if (!voice.added()) record.requireOffice(approval.about().id(), step, decider, act);
    }

    private void change(Approval approval, String action, Act act, Consumer<Approval> change) {
        var before = ApprovalNews.Asked.of(approval);
        follow(approval, act, action, a -> {
            change.accept(a);
            settle(a);
        });
        news.asked(approval, before, act);
    }

    private Decider decider(Voice voice, Act act) {
        Set<String> roles = voice.owner().equals(act.by())
                ? act.roles()
                : staff.find(voice.owner()).map(Person::roles).orElse(Set.of());
        return new Decider(voice.by(), voice.owner(), roles);
    }

    /** Those asked may have left since, and others come. */
    private void askAgain(Approval approval, Act act) {
        boolean stuck = approval.status() == ApprovalStatus.STUCK;
        approval.ask(found(approval), gone(approval), act);
        if (stuck && approval.status() == ApprovalStatus.OPEN) approval.dueAt(news.limit(approval, act));
    }

    /** The step it has reached, and those after it as long as they pass by what was said before. */
    private void begin(Approval approval, Act act) {
        String step;
        do {
            step = approval.step().code();
            for (Voice counted : approval.begin(found(approval), act)) requireMayDecide(approval, step, counted, act);
        } while (approval.status() == ApprovalStatus.OPEN
                && !approval.step().code().equals(step));
        if (approval.status() == ApprovalStatus.OPEN) approval.dueAt(news.limit(approval, act));
        settle(approval);
    }

    private void settle(Approval approval) {
        var people = new TreeSet<>(approval.waitsFor());
        var excluded = approval.excluded();
        for (String person : approval.waitsFor())
            staff.substituteOf(person, today())
                    .filter(substitute -> !excluded.contains(substitute))
                    .ifPresent(people::add);
        approval.waitFor(people, calendars.endOf(today()));
    }

    private void escalate(Approval approval, Act act) {
        boolean anybody = false;
        for (Seat seat : approval.step().open()) {
            var above = nextAbove(approval, seat);
            above.ifPresent(superior -> approval.escalate(seat.owner(), superior, act));
            anybody |= above.isPresent();
        }
        news.late(approval, act);
        if (anybody) approval.dueAt(news.limit(approval, act));
    }

    /** The next superior who has no other part in it, now or in a later step. */
    private Optional<String> nextAbove(Approval approval, Seat seat) {
        var taken = new TreeSet<>(approval.excluded());
        for (Step later : approval.laterSteps())
            if (approval.keepsApart(later)) taken.addAll(later.find(staff, Set.of(), today()));
        var chain = staff.superiorsOf(seat.owner(), today()).stream()
                .map(Person::username)
                .toList();
        return chain.stream()
                .skip(chain.indexOf(seat.superior()) + 1L)
                .filter(superior ->
                        !taken.contains(superior) && !approval.step().involves(superior))
                .findFirst();
    }

    private Set<String> found(Approval approval) {
        return approval.step().find(staff, approval.excluded(), today());
    }

    private Set<String> gone(Approval approval) {
        var gone = new TreeSet<>(approval.step().appointed());
        gone.removeIf(person -> staff.find(person).filter(Person::active).isPresent());
        return gone;
    }

    private Person onDuty(String username, String field) {
        return staff.find(username)
                .filter(Person::active)
                .orElseThrow(() -> Problem.Invalid.field(field, "does-not-exist"));
    }

    private Approval underWay(UUID recordId) {
        return newestOf(recordId)
                .orElseThrow(() -> new Problem.Conflict("approval-not-asked-for", Map.of("id", recordId.toString())));
    }

    Optional<Approval> newestOf(UUID recordId) {
        return find("about.id = ?1 order by id desc", recordId).firstResultOptional();
    }

    private Approvable approvable(Approval approval) {
        return approvables.stream()
                .filter(known -> known.recordType().equals(approval.about().type()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing says how to approve " + approval.about()));
    }

    private LocalDate today() {
        return calendars.today();
    }
}
