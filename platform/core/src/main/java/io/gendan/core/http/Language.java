package io.gendan.core.http;

import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.core.HttpHeaders;

/** The languages we speak: Chinese unless the caller would rather have English. */
public final class Language {
    private Language() {}

    public static Locale of(HttpHeaders headers) {
        return choose(headers.getAcceptableLanguages());
    }

    static Locale choose(List<Locale> acceptable) {
        for (Locale locale : acceptable) {
            if (locale.getLanguage().equals("zh")) return Locale.CHINESE;
            if (locale.getLanguage().equals("en")) return Locale.ENGLISH;
        }
        return Locale.CHINESE;
    }
}
