package io.gendan.performance.staff;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

import io.gendan.core.problem.Texts;
import io.gendan.core.sheet.RowFault;

/**
 * The answer to an import.
 *
 * @param dryRun whether nothing was stored
 * @param skipped rows that are none of the register's business: portal users of customers
 * @param errors rows that were not taken, and why
 */
record ImportReport(
        boolean dryRun, int rows, int added, int changed, int unchanged, int skipped, List<RowError> errors) {
    record RowError(long line, String field, String code, String message) {}

    static ImportReport of(ImportOutcome outcome, Texts texts, List<Locale> acceptable) {
        Locale locale = language(acceptable);
        return new ImportReport(
                outcome.dryRun(),
                outcome.rows(),
                outcome.added(),
                outcome.changed(),
                outcome.unchanged(),
                outcome.skipped(),
                outcome.faults().stream()
                        .sorted(Comparator.comparingLong(RowFault::line))
                        .map(fault -> error(fault, texts, locale))
                        .toList());
    }

    private static RowError error(RowFault fault, Texts texts, Locale locale) {
        var arguments = new HashMap<String, Object>();
        for (int i = 0; i < fault.arguments().size(); i++)
            arguments.put(String.valueOf(i), fault.arguments().get(i));
        return new RowError(
                fault.line(), fault.field(), fault.code(), texts.text("field." + fault.code(), locale, arguments));
    }

    private static Locale language(List<Locale> acceptable) {
        return acceptable.stream()
                .filter(locale -> List.of("zh", "en").contains(locale.getLanguage()))
                .findFirst()
                .map(locale -> locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINESE)
                .orElse(Locale.CHINESE);
    }
}
