package io.gendan.core.approval;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.deadline.DeadlineTerms;
import io.gendan.core.deadline.Deadlines;
import io.gendan.core.notice.Notices;
import io.gendan.core.notice.Telling;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.security.Roles;
import io.gendan.core.task.Assignee;
import io.gendan.core.task.Tasks;
import io.gendan.rulebook.Limit;
import io.gendan.rulebook.Rule;

/** What an approval brings to people's desks: tasks for those who are asked, limits, and the result for its authors. */
@ApplicationScoped
class ApprovalNews {
    private static final String APPROVE = "approve";
    private static final String NAME = "name-approver";
    private static final String LIMIT = "approve:";

    @Inject
    Tasks tasks;

    @Inject
    Notices notices;

    @Inject
    Deadlines deadlines;

    @Inject
    Calendars calendars;

    @Inject
    StaffDirectory staff;

    static boolean isOnDecision(String kindOrCode) {
        return kindOrCode.equals(APPROVE) || kindOrCode.equals(NAME) || kindOrCode.startsWith(LIMIT);
    }

    /** The deadline of the step an approval is at. */
    static String code(Approval approval) {
        return code(approval.step().code());
    }

    /** Starts the limit of the step an approval has reached. */
    Instant limit(Approval approval, Act act) {
        String rule = approval.step().limit();
        if (rule == null) return null;
        String owner = approval.waitsFor().stream().findFirst().orElse(null);
        return deadlines.start(
                new DeadlineTerms(approval.about(), code(approval), owner, approval.scope(), false, null, false),
                act.rule(Rule.of(rule, Limit.class), approval.scope()),
                act);
    }

    /** Whom an approval waited for, in which step and until when. */
    record Asked(String step, Instant due, Set<String> people, boolean stuck) {
        static final Asked NOBODY = new Asked(null, null, Set.of(), false);

        static Asked of(Approval approval) {
            return new Asked(
                    approval.step().code(),
                    approval.step().due(),
                    approval.waiting(),
                    approval.status() == ApprovalStatus.STUCK);
        }
    }

    /** Brings the tasks from what they were to those of the people who are asked now. */
    void asked(Approval approval, Asked before, Act act) {
        UUID record = approval.about().id();
        var now = Asked.of(approval);
        for (String person : before.people())
            if (!now.people().contains(person)) tasks.done(APPROVE, record, Assignee.person(person), act);
        for (String person : now.people())
            if (!before.people().contains(person) || !Objects.equals(now.due(), before.due()))
                tasks.open(
                        APPROVE,
                        approval.about(),
                        Assignee.person(person),
                        now.due(),
                        APPROVE,
                        Map.of("step", now.step()),
                        approval.step().limit(),
                        act);
        if (!now.step().equals(before.step())) meet(approval, before.step(), act);
        if (!now.stuck()) tasks.done(NAME, record, act);
        else if (!before.stuck()) stuck(approval, act);
    }

    void decided(Approval approval, Asked before, Act act) {
        tasks.done(APPROVE, approval.about().id(), act);
        tasks.done(NAME, approval.about().id(), act);
        meet(approval, before.step(), act);
        String text = approval.status() == ApprovalStatus.APPROVED ? "approval-approved" : "approval-returned";
        for (String author : approval.authors()) if (!author.equals(act.by())) tell(author, text, approval, act);
    }

    /** Without a decision. */
    void ended(Approval approval, Act act) {
        tasks.withdraw(APPROVE, approval.about().id(), act);
        tasks.withdraw(NAME, approval.about().id(), act);
        if (approval.step().due() != null) deadlines.cancel(approval.about().id(), code(approval), act);
    }

    /** Those above whoever has not decided hear of it, also where they have no say themselves. */
    void late(Approval approval, Act act) {
        var superiors = new TreeSet<String>();
        for (Seat seat : approval.step().open())
            staff.superiorsOf(seat.owner(), calendars.today()).stream()
                    .map(Person::username)
                    .findFirst()
                    .ifPresent(superiors::add);
        superiors.forEach(superior -> tell(superior, "approval-late", approval, act));
    }

    private void stuck(Approval approval, Act act) {
        var told = new TreeSet<String>();
        for (String role : new String[] {Roles.LEAD, Roles.HR}) {
            tasks.open(
                    NAME,
                    approval.about(),
                    Assignee.role(role, null),
                    null,
                    NAME,
                    Map.of("step", approval.step().code()),
                    null,
                    act);
            staff.holders(role, approval.scope().unit(), calendars.today()).stream()
                    .map(Person::username)
                    .filter(told::add)
                    .forEach(person -> tell(person, "approval-stuck", approval, act));
        }
    }

    private void tell(String recipient, String text, Approval approval, Act act) {
        notices.tell(
                new Telling(recipient, text, Map.of("step", approval.step().code()), approval.about(), null, false),
                act);
    }

    /** Its limit may have begun with the very act that met it. */
    private void meet(Approval approval, String step, Act act) {
        if (approval.steps().stream().anyMatch(s -> s.code().equals(step) && s.due() != null))
            deadlines.meet(approval.about().id(), code(step), act);
    }

    private static String code(String step) {
        return LIMIT + step;
    }
}
