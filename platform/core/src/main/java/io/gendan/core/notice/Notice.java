package io.gendan.core.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.problem.TextArguments;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.core.store.RecordRef;

/** What somebody was told, by whom, about which record, by when (INF-14). What it says never changes. */
@Entity
@Table(name = "notice")
class Notice extends Aggregate {
    private String sender;
    private String recipient;

    @Embedded
    private RecordRef about;

    @Column(name = "text_key")
    private String text;

    @Json
    private Map<String, Object> arguments;

    private Instant deadline;
    private boolean urgent;

    @Column(name = "told_at")
    private Instant toldAt;

    @Column(name = "read_at")
    private Instant readAt;

    protected Notice() {}

    /** @param zone in which moments among the arguments are written out */
    Notice(Telling telling, ZoneId zone, Act act) {
        super(Ids.next());
        sender = act.by();
        recipient = telling.recipient();
        about = telling.about();
        text = telling.text();
        arguments = TextArguments.kept(telling.arguments(), zone);
        deadline = telling.deadline();
        urgent = telling.urgent();
        toldAt = act.at();
    }

    @Override
    public String recordType() {
        return "notice";
    }
}
