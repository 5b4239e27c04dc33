package io.gendan.rulebook;

import java.util.List;
import java.util.Locale;

final class Language {

    static final String CHINESE = "zh";
    static final String ENGLISH = "en";
    static final List<String> ALL = List.of(CHINESE, ENGLISH);

    private Language() {}

    static String of(Locale locale) {
        return ENGLISH.equals(locale.getLanguage()) ? ENGLISH : CHINESE;
    }
}
