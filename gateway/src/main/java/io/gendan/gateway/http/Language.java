package io.gendan.gateway.http;

import java.util.List;
import java.util.Locale;

/** What the gateway speaks; Chinese unless the caller prefers English. */
public enum Language {
    ZH,
    EN;

    public static Language of(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 200) return ZH;
        for (Locale.LanguageRange range : parsed(acceptLanguage)) {
            if (range.getWeight() == 0) continue;
            if (range.getRange().startsWith("zh")) return ZH;
            if (range.getRange().startsWith("en")) return EN;
        }
        return ZH;
    }

    private static List<Locale.LanguageRange> parsed(String acceptLanguage) {
        try {
            return Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
