package io.gendan.rulebook;

import java.util.Locale;
import java.util.Map;

/** A numbered sentence of a regulation, in short words of our own, in Chinese and English. */
public record Clause(String regulation, String number, Map<String, String> text) {

    public Clause {
        text = Map.copyOf(text);
    }

    /** The text in the reader's language, Chinese for every language but English. */
    public String text(Locale locale) {
        return text.get(Language.of(locale));
    }

    /** How people cite it: {@code 000 §3.1}. */
    public String citation() {
        return citation(regulation, number);
    }

    static String citation(String regulation, String number) {
        return regulation + " §" + number;
    }
}
