package io.gendan.core.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.approval.Entry.What;
import io.gendan.core.approval.Seat.Origin;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Scope;

import static io.gendan.core.approval.ApprovalStatus.APPROVED;
import static io.gendan.core.approval.ApprovalStatus.OPEN;
import static io.gendan.core.approval.ApprovalStatus.RETURNED;
import static io.gendan.core.approval.ApprovalStatus.STUCK;
import static io.gendan.core.approval.ApprovalStatus.UNDER_WAY;
import static io.gendan.core.approval.ApprovalStatus.VOID;
import static io.gendan.core.approval.ApprovalStatus.WITHDRAWN;
import static java.util.Comparator.comparing;

/** The approval of one content of one record: whoever changes the content needs another one (CON-08, QUO-16). */
@Entity
@Table(name = "approval")
class Approval extends Aggregate {
    @Embedded
    private RecordRef about;

    private String profile;
    private String unit;

    @Enumerated(EnumType.STRING)
    private ApprovalStatus status;

    private String checksum;

    @Json
    private Set<String> authors;

    @Json
    private Apart apart;

    @Json
    private List<Step> steps;

    @Column(name = "at_step")
    private int at;

    @Json
    private List<Entry> protocol;

    private String[] waiting;
    private String[] involved;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "look_at")
    private Instant lookAt;

    protected Approval() {}

    Approval(Submission submission, Act act) {
        super(Ids.next());
        about = submission.about();
        profile = submission.scope().profile();
        unit = submission.scope().unit();
        status = OPEN;
        checksum = submission.checksum();
        authors = new TreeSet<>(submission.authors());
        apart = submission.apart();
        steps = submission.steps().stream().map(Step::of).toList();
        protocol = List.of();
        waiting = new String[0];
        involved = authors.toArray(String[]::new);
        openedAt = act.at();
        log(What.SUBMITTED, act, null, null, null, List.of());
    }

    /**
     * Begins the step it has reached. What those it asks have said to this content in an earlier step counts in this one too:
     * nobody is asked for the same twice.
     *
     * @return those whose earlier decision counts
     */
    List<Voice> begin(Collection<String> found, Act act) {
        requireOpen("ASKED");
        Step before = step();
        change(step -> step.asking(found));
        var counted = new ArrayList<Voice>();
        for (Seat seat : step().open())
            saidBefore(seat.owner()).ifPresent(voice -> counted.add(count(seat, voice, act)));
        if (step().passed()) next(act);
        else sayWhoIsAsked(before, act);
        return counted;
    }

    /**
     * Asks those whom the plan finds now for the step it is at; where they are too few, it is stuck, and says so.
     *
     * @param gone those with a part in it who are on duty no more
     */
    void ask(Collection<String> found, Collection<String> gone, Act act) {
        requireUnderWay("ASKED");
        Step before = step();
        change(step -> step.without(gone).asking(found));
        sayWhoIsAsked(before, act);
    }

    private Optional<Earlier> saidBefore(String person) {
        return steps.subList(0, at).stream()
                .flatMap(step -> step.seats().stream()
                        .filter(seat -> seat.speaksFor(person))
                        .map(seat -> new Earlier(step.code(), seat.decision())))
                .filter(earlier -> !excluded().contains(earlier.decision().by()))
                .findFirst();
    }

    private Voice count(Seat seat, Earlier earlier, Act act) {
        var decision = earlier.decision();
        var voice = new Voice(decision.by(), seat.owner(), false);
        change(step -> step.replace(seat.owner(), open -> open.decided(decision)));
        protocol = Stream.concat(
                        protocol.stream(),
                        Stream.of(new Entry(
                                What.COUNTED,
                                step().code(),
                                decision.by(),
                                voice.forWhom(),
                                null,
                                act.at(),
                                null,
                                List.of(),
                                checksum,
                                earlier.step())))
                .toList();
        return voice;
    }

    private record Earlier(String step, Seat.Decision decision) {}

    private void sayWhoIsAsked(Step before, Act act) {
        boolean attainable = step().attainable();
        if (!step().seats().equals(before.seats()) || (status == STUCK) == attainable)
            log(
                    attainable ? What.ASKED : What.NOBODY_FOUND,
                    act,
                    null,
                    List.copyOf(step().waitsFor()),
                    null,
                    List.of());
        if ((status == OPEN) != attainable) moveTo(attainable ? OPEN : STUCK);
    }

    /**
     * The next step begins where one has passed; the last one approves the content.
     *
     * @param represented those for whom whoever acts stands in that day
     * @param seen checksum of what he read; null where he takes it as it stands
     */
    void approve(Set<String> represented, String seen, String text, Act act) {
        Voice voice = decide(APPROVED, represented, seen, act);
        change(step ->
                step.replace(voice.owner(), seat -> seat.decided(new Seat.Decision(act.by(), act.at(), checksum))));
        log(What.APPROVED, act, voice.forWhom(), null, text, List.of());
        if (step().passed()) next(act);
    }

    /** Whose decision was the last of those the plan asked for; of those added beside them there may be later ones. */
    Voice last() {
        return step().seats().stream()
                .filter(seat -> !seat.undecided() && seat.origin() != Origin.ADDED)
                .max(comparing(seat -> seat.decision().at()))
                .map(seat -> new Voice(seat.decision().by(), seat.owner(), false))
                .orElseThrow();
    }

    private void next(Act act) {
        if (at + 1 < steps.size()) at++;
        else close(APPROVED, act);
    }

    void giveBack(Set<String> represented, String seen, List<Remark> remarks, Act act) {
        Voice voice = decide(RETURNED, represented, seen, act);
        close(RETURNED, act);
        log(What.RETURNED, act, voice.forWhom(), null, null, remarks);
    }

    void withdraw(String reason, Act act) {
        requireUnderWay(WITHDRAWN.name());
        if (!authors.contains(act.by()))
            throw new Problem.NotAllowed("approval-not-the-author", Map.of("by", act.by(), "authors", authors));
        close(WITHDRAWN, act);
        log(What.WITHDRAWN, act, null, null, reason, List.of());
    }

    /** @return whether anything was void thereby */
    boolean contentBecame(String now, Act act) {
        if (!counts() || checksum.equals(now)) return false;
        end("content", act);
        return true;
    }

    /** The record went another way. */
    void end(String why, Act act) {
        close(VOID, act);
        log(What.VOIDED, act, null, null, why, List.of());
    }

    /** @param qualifies whether the plan would have him in this step */
    void delegate(String to, boolean qualifies, String reason, Act act) {
        requireOpen("DELEGATED");
        Seat own = step().open().stream()
                .filter(seat -> seat.holder().equals(act.by()))
                .findFirst()
                .orElseThrow(() -> notYours(act));
        requireEligible(to, "to");
        if (!qualifies) throw Problem.Invalid.field("to", "does-not-qualify");
        change(step -> step.replace(own.owner(), seat -> seat.delegatedTo(to)));
        log(What.DELEGATED, act, own.owner().equals(act.by()) ? null : own.owner(), List.of(to), reason, List.of());
    }

    /**
     * Has somebody agree besides those the plan asks; or, where it found too few, names one the plan would have.
     *
     * @param qualifies whether the plan would have him in this step
     */
    void add(String person, boolean mayName, boolean qualifies, String reason, Act act) {
        requireUnderWay(What.ADDED.name());
        boolean naming = status == STUCK;
        if (naming ? !mayName || authors.contains(act.by()) : !step().waitsFor().contains(act.by()))
            throw notYours(act);
        requireEligible(person, "username");
        boolean counts = naming && !step().passed();
        if (counts && !qualifies) throw Problem.Invalid.field("username", "does-not-qualify");
        change(step -> step.plus(Seat.of(person, counts ? Origin.NAMED : Origin.ADDED)));
        log(naming ? What.NAMED : What.ADDED, act, null, List.of(person), reason, List.of());
        if (naming && step().attainable()) moveTo(OPEN);
    }

    /** Lets a superior take the place of an approver who did not decide in time. */
    void escalate(String owner, String superior, Act act) {
        requireOpen(What.ESCALATED.name());
        change(step -> step.replace(owner, seat -> seat.alsoFor(superior)));
        log(What.ESCALATED, act, owner, List.of(superior), null, List.of());
    }

    /** The decision this person may take now, for himself or for somebody he represents. */
    Optional<Voice> voiceOf(String person, Set<String> represented) {
        return status == OPEN ? step().voiceOf(person, represented) : Optional.empty();
    }

    /** Those who must not decide in this step: they have a part that is to be kept apart from it. */
    Set<String> excluded() {
        var people = new TreeSet<String>();
        if (apart.keeps(apart.authors(), step().part())) people.addAll(authors);
        for (Step other : steps) if (apart.keeps(other.part(), step().part())) people.addAll(other.voices());
        return people;
    }

    /** @param people who may decide now, their substitutes among them */
    void waitFor(Collection<String> people, Instant lookAgain) {
        waiting = UNDER_WAY.contains(status) ? people.toArray(String[]::new) : new String[0];
        lookAt = UNDER_WAY.contains(status) ? lookAgain : null;
        var all = new TreeSet<>(List.of(involved));
        all.addAll(people);
        involved = all.toArray(String[]::new);
    }

    void dueAt(Instant due) {
        change(step -> step.dueAt(due));
    }

    /** Who may decide now, without their substitutes. */
    Set<String> waitsFor() {
        var people = new TreeSet<>(status == OPEN ? step().waitsFor() : Set.of());
        people.removeAll(excluded());
        return people;
    }

    Set<String> waiting() {
        return new TreeSet<>(List.of(waiting));
    }

    boolean involves(String person) {
        return List.of(involved).contains(person);
    }

    List<Agreement> agreed() {
        return protocol.stream()
                .filter(entry -> entry.what() == What.APPROVED || entry.what() == What.COUNTED)
                .map(entry -> new Agreement(entry.step(), entry.by(), entry.forWhom(), entry.at(), entry.checksum()))
                .toList();
    }

    boolean counts() {
        return UNDER_WAY.contains(status) || status == APPROVED;
    }

    ApprovalStatus status() {
        return status;
    }

    Step step() {
        return steps.get(at);
    }

    List<Step> steps() {
        return steps;
    }

    List<Step> laterSteps() {
        return steps.subList(at + 1, steps.size());
    }

    boolean keepsApart(Step later) {
        return apart.keeps(later.part(), step().part());
    }

    List<Entry> protocol() {
        return protocol;
    }

    RecordRef about() {
        return about;
    }

    Scope scope() {
        return Scope.of(profile, unit);
    }

    Set<String> authors() {
        return authors;
    }

    String checksum() {
        return checksum;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant closedAt() {
        return closedAt;
    }

    @Override
    public String recordType() {
        return "approval";
    }

    private Voice decide(ApprovalStatus next, Set<String> represented, String seen, Act act) {
        requireOpen(next.name());
        Voice voice = voiceOf(act.by(), represented).orElseThrow(() -> notYours(act));
        var apart = excluded();
        if (voice.people().stream().anyMatch(apart::contains))
            throw new Problem.NotAllowed("approval-part-taken", Map.of("people", voice.people(), "excluded", apart));
        if (seen != null && !seen.equals(checksum))
            throw new Problem.Conflict("approval-content-changed", Map.of("record", about.label()));
        return voice;
    }

    private Problem notYours(Act act) {
        return new Problem.NotAllowed(
                "approval-not-yours",
                Map.of("by", act.by(), "record", about.label(), "step", step().code(), "asked", step().waitsFor()));
    }

    private void requireEligible(String person, String field) {
        if (excluded().contains(person) || step().involves(person))
            throw Problem.Invalid.field(field, "has-another-part");
    }

    private void requireOpen(String act) {
        if (status != OPEN) throw new Problem.IllegalMove(recordType(), id(), status, act);
    }

    private void requireUnderWay(String act) {
        if (!UNDER_WAY.contains(status)) throw new Problem.IllegalMove(recordType(), id(), status, act);
    }

    private void change(UnaryOperator<Step> change) {
        var changed = new ArrayList<>(steps);
        changed.set(at, change.apply(step()));
        steps = List.copyOf(changed);
    }

    private void close(ApprovalStatus end, Act act) {
        moveTo(end);
        closedAt = act.at();
        waiting = new String[0];
        lookAt = null;
    }

    private void log(What what, Act act, String forWhom, List<String> to, String text, List<Remark> remarks) {
        var more = new ArrayList<>(protocol);
        more.add(new Entry(what, step().code(), act.by(), forWhom, to, act.at(), text, remarks, checksum, null));
        protocol = List.copyOf(more);
    }

    private void moveTo(ApprovalStatus next) {
        if (!status.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), status, next);
        status = next;
    }
}
