package io.gendan.core.sheet;

import java.util.regex.Pattern;

/**
 * A text that a spreadsheet would take for a formula is written with an apostrophe before it and read without: whoever
 * opens the file runs nothing, and what was written is what is read. Wide signs count as well, where Chinese and Japanese
 * spreadsheets take them for narrow ones.
 */
final class Formulas {
    private static final Pattern TO_NEUTRALIZE = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern NEUTRALIZED = Pattern.compile("'" + TO_NEUTRALIZE.pattern(), Pattern.DOTALL);

    private Formulas() {}

    static String neutralized(String text) {
        return TO_NEUTRALIZE.matcher(text).matches() ? "'" + text : text;
    }

    static String restored(String text) {
        return NEUTRALIZED.matcher(text).matches() ? text.substring(1) : text;
    }
}
