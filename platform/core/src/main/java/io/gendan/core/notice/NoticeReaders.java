package io.gendan.core.notice;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.store.Sql;

/** In which language people want their mail: Chinese, unless they chose English. */
@ApplicationScoped
class NoticeReaders {
    @Inject
    Sql sql;

    @Transactional
    Locale languageOf(String username) {
        return sql.column(String.class, "select language from notice_reader where username = ?", username).stream()
                .findFirst()
                .map(Locale::of)
                .orElse(Locale.CHINESE);
    }

    @Transactional
    void choose(String username, Locale language) {
        sql.run(
                "insert into notice_reader (username, language) values (?, ?)"
                        + " on conflict (username) do update set language = excluded.language",
                username,
                language.getLanguage());
    }
}
