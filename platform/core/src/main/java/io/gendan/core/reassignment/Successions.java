package io.gendan.core.reassignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Acts;
import io.gendan.core.http.LostRace;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.problem.Problem;
import io.gendan.core.problem.Texts;
import io.gendan.core.ruling.Rulings;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Everything open of one person goes to another: who leaves, or is away for long (ORG-10). Each record is a transaction of its
 * own, so that one that is refused keeps no other back, and what was cut short is done by asking again.
 */
@ApplicationScoped
class Successions {
    /**
     * @param moved now in the charge of the successor
     * @param refused left as they were, each with the reason
     * @param next cursor for {@code after}, null where nothing is left
     */
    record Outcome(List<Moved> moved, List<Refused> refused, String next) {}

    /** @param part such as {@code order-taker} */
    record Moved(String part, RecordRef record) {}

    /** @param code stable; {@code detail} says it in the caller's language */
    record Refused(String part, RecordRef record, String code, String detail) {}

    @Inject
    OpenWork openWork;

    @Inject
    Superiors superiors;

    @Inject
    StaffDirectory people;

    @Inject
    Rulings rulings;

    @Inject
    Texts texts;

    @Inject
    Acts acts;

    Outcome giveAll(Reassign request, String after, int limit, Locale locale) {
        requireRight(request);
        var cursor = OpenWork.Cursor.parse(after);
        List<OpenWork.Piece> found =
                QuarkusTransaction.requiringNew().call(() -> openWork.of(request.from(), cursor, limit + 1));
        boolean more = found.size() > limit;
        List<OpenWork.Piece> page = more ? found.subList(0, limit) : found;
        var moved = new ArrayList<Moved>();
        var refused = new ArrayList<Refused>();
        for (OpenWork.Piece piece : page) give(piece, request, moved, refused, locale);
        return new Outcome(moved, refused, more ? page.getLast().cursor().toString() : null);
    }

    private void give(OpenWork.Piece piece, Reassign request, List<Moved> moved, List<Refused> refused, Locale locale) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> piece.responsibility().reassign(piece.about().id(), request, acts.ofCaller()));
            moved.add(new Moved(piece.part(), piece.about()));
        } catch (RuntimeException failure) {
            Problem problem = problem(failure, piece.about());
            if (problem instanceof Problem.RuleBroken broken) rulings.recordRefusal(broken.ruling());
            String detail = texts.text(problem.code(), locale, problem.arguments());
            refused.add(new Refused(piece.part(), piece.about(), problem.code(), detail));
        }
    }

    private static Problem problem(RuntimeException failure, RecordRef about) {
        if (failure instanceof Problem problem) return problem;
        if (LostRace.isCauseOf(failure)) return new Problem.ChangedMeanwhile(about.type(), about.id());
        throw failure;
    }

    /** Asked before anything is looked up, and again of each record. */
    private void requireRight(Reassign request) {
        Person former = people.find(request.from()).orElseThrow(() -> Problem.Invalid.field("from", "does-not-exist"));
        Person successor = people.find(request.to()).orElseThrow(() -> Problem.Invalid.field("to", "does-not-exist"));
        if (!successor.active()) throw Problem.Invalid.field("to", "off-duty");
        if (request.to().equals(request.from())) throw Problem.Invalid.field("to", "in-charge-already");
        var act = acts.ofCaller();
        var succession = new Succession(request.from(), request.to(), request.reason());
        var whole = new Reassignment("everything", null, succession, null, MovedAlong.NOTHING, act);
        superiors.require(whole, Scope.of(former.profile(), former.unit()), request.from(), act);
    }
}
