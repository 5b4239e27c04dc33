package io.gendan.core.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.rulebook.ValueFault;

/**
 * Texts for people, Chinese and English, from the bundle {@code problems} of the service, that of the platform and that
 * of the rulebook.
 * Placeholders are names in braces; a value for which the bundle has a {@code term.<value>} is translated as well.
 */
@ApplicationScoped
public class Texts {
    private static final List<String> BUNDLES = List.of("problems", "io.gendan.core.problems", ValueFault.TEXTS);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9]+)}");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Optional<String> find(String key, Locale locale) {
        for (String bundle : BUNDLES)
            try {
                var texts = ResourceBundle.getBundle(
                        bundle, locale, Thread.currentThread().getContextClassLoader(), NO_FALLBACK);
                if (texts.containsKey(key)) return Optional.of(texts.getString(key));
            } catch (MissingResourceException _) {
                continue; // a service without texts of its own
            }
        return Optional.empty();
    }

    public String text(String key, Locale locale, Map<String, ?> arguments) {
        return PLACEHOLDER.matcher(find(key, locale).orElse(key)).replaceAll(found -> {
            Object value = arguments.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? "–" : term(value, locale));
        });
    }

    private String term(Object value, Locale locale) {
        if (value instanceof Iterable<?> many) {
            var terms = new StringBuilder();
            for (Object one : many)
                terms.append(terms.isEmpty() ? "" : locale.equals(Locale.CHINESE) ? "、" : ", ")
                        .append(term(one, locale));
            return terms.toString();
        }
        String word = String.valueOf(value);
        return find("term." + word, locale).orElse(word);
    }
}
