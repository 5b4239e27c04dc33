package io.gendan.core.notice;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.people.People;
import io.gendan.core.problem.TextArguments;
import io.gendan.core.problem.Texts;

/** Words notices in the language of whoever reads them. */
@ApplicationScoped
class NoticeTexts {
    @Inject
    Texts texts;

    @Inject
    People people;

    @Inject
    Clock clock;

    String text(Notice notice, Locale locale) {
        return texts.text("notice." + notice.text(), locale, arguments(notice, locale));
    }

    /** The record it is about and the deadline, on one line whatever they contain: it becomes a header. */
    String subject(Notice notice, Locale locale) {
        String form = notice.deadline() == null ? "mail.subject" : "mail.subject.deadline";
        String subject = texts.text(form, locale, arguments(notice, locale));
        if (notice.isUrgent()) subject = texts.text("mail.urgent", locale, Map.of("subject", subject));
        return subject.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ");
    }

    /** Who told whom what, about which record, by when. */
    String letter(Notice notice, Locale locale) {
        String form = notice.deadline() == null ? "mail.letter" : "mail.letter.deadline";
        Map<String, Object> arguments = arguments(notice, locale);
        arguments.put("text", text(notice, locale));
        return texts.text(form, locale, arguments);
    }

    People.Named named(String username, Locale locale) {
        return people.named(username, locale);
    }

    private Map<String, Object> arguments(Notice notice, Locale locale) {
        String type = notice.about().type();
        return notice.arguments(
                people.nameOf(notice.sender(), locale),
                people.nameOf(notice.recipient(), locale),
                texts.find("term." + type, locale).orElse(type) + " "
                        + notice.about().label(),
                notice.deadline() == null ? null : TextArguments.moment(notice.deadline(), clock.getZone()));
    }
}
