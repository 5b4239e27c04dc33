package io.gendan.core.entrusted;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.comment.CommentedRecords;
import io.gendan.core.notice.Notices;
import io.gendan.core.notice.Telling;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Sql;
import io.gendan.core.task.Assignee;
import io.gendan.core.task.Tasks;

@ApplicationScoped
@Transactional
class EntrustedTaskCommands {
    private static final String KIND = "entrusted";
    private static final int LAST_YEAR = 9999;

    @Inject
    EntrustedTasks entrusted;

    @Inject
    Tasks tasks;

    @Inject
    Notices notices;

    @Inject
    CommentedRecords records;

    @Inject
    StaffDirectory directory;

    @Inject
    Acts acts;

    @Inject
    Clock clock;

    @Inject
    Sql sql;

    EntrustedTask give(EntrustedTaskResource.Entrust request) {
        var act = acts.ofCaller();
        requirePerson(request.person(), act);
        if (request.due().toInstant().isBefore(act.at())) throw Problem.Invalid.field("due", "past");
        if (request.due().getYear() > LAST_YEAR) throw Problem.Invalid.field("due", "malformed");
        var about = request.about() == null
                ? null
                : records.visible(request.about().recordType(), request.about().recordId());
        String number = "ET-%d-%06d".formatted(today().getYear(), sql.next("entrusted_task_number"));
        var task = new EntrustedTask(
                number, request.person(), request.text(), request.due().toInstant(), about, act);
        entrusted.add(task, act);
        tasks.open(
                KIND,
                task.ref(),
                Assignee.person(task.person()),
                task.due(),
                KIND,
                Map.of("text", task.text()),
                null,
                act);
        tell(task, task.person(), "entrusted", Map.of("text", task.text()), act);
        return task;
    }

    EntrustedTask accept(UUID id) {
        var act = acts.ofCaller();
        return byPerson(id, act, "entrusted-task.accepted", task -> task.accept(act));
    }

    EntrustedTask report(UUID id, String result) {
        var act = acts.ofCaller();
        var reported = byPerson(id, act, "entrusted-task.reported", task -> task.report(result, act));
        tasks.done(KIND, id, act);
        tell(reported, reported.givenBy(), "entrusted-reported", Map.of("text", result), act);
        return reported;
    }

    EntrustedTask returnWith(UUID id, String reason) {
        var act = acts.ofCaller();
        var returned = byPerson(id, act, "entrusted-task.returned", task -> task.returnWith(reason, act));
        tasks.withdraw(KIND, id, act);
        tell(returned, returned.givenBy(), "entrusted-returned", Map.of("text", reason), act);
        return returned;
    }

    EntrustedTask withdraw(UUID id) {
        var act = acts.ofCaller();
        var withdrawn = entrusted.adjust(id, act, "entrusted-task.withdrawn", task -> task.withdraw(act));
        tasks.withdraw(KIND, id, act);
        tell(withdrawn, withdrawn.person(), "entrusted-withdrawn", Map.of("text", withdrawn.text()), act);
        return withdrawn;
    }

    /** Somebody on duty, and only his superiors entrust him with anything. */
    private void requirePerson(String username, Act act) {
        var person = directory.find(username).orElseThrow(() -> Problem.Invalid.field("person", "does-not-exist"));
        if (!person.active()) throw Problem.Invalid.field("person", "off-duty");
        boolean above = directory.superiorsOf(username, today()).stream()
                .map(Person::username)
                .anyMatch(act.by()::equals);
        if (!above) throw new Problem.NotAllowed("not-a-superior", Map.of("by", act.by(), "person", username));
    }

    /** The person himself or, while he is away, his substitute (ORG-12); for others there is no such task. */
    private EntrustedTask byPerson(UUID id, Act act, String action, Consumer<EntrustedTask> change) {
        String person = entrusted.get(id).person();
        boolean may = person.equals(act.by())
                || directory.representedBy(act.by(), today()).contains(person);
        if (!may) throw new Problem.NotFound("entrusted-task", id);
        return entrusted.adjust(id, act, action, change);
    }

    private void tell(EntrustedTask task, String recipient, String text, Map<String, ?> arguments, Act act) {
        notices.tell(new Telling(recipient, text, arguments, task.ref(), task.due(), false), act);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
