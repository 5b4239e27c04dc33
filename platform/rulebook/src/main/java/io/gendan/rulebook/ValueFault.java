package io.gendan.rulebook;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A value that does not fit. Its code is stable; its texts stand in the bundles {@code faults} as {@code field.<code>}, the
 * English one of which is the message.
 */
public final class ValueFault extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** The bundle with the texts, for those who speak to people. */
    public static final String TEXTS = "io.gendan.rulebook.faults";

    private final String parameter;
    private final String code;
    private final transient List<Object> arguments;

    ValueFault(String code, Object... arguments) {
        this(null, code, arguments);
    }

    private ValueFault(String parameter, String code, Object... arguments) {
        super((parameter == null ? "" : "\"" + parameter + "\" ") + english(code, arguments));
        this.parameter = parameter;
        this.code = code;
        this.arguments = Arrays.stream(arguments).map(ValueFault::plain).toList();
    }

    /** Where one of several values is wrong beside the others. */
    static ValueFault of(String parameter, String code, Object... arguments) {
        return new ValueFault(parameter, code, arguments);
    }

    /** The parameter it lies with, null where the place of the value says so already. */
    public String parameter() {
        return parameter;
    }

    public String code() {
        return code;
    }

    /** They fill {0}, {1} … of the texts: texts, or lists of texts. */
    public List<Object> arguments() {
        return arguments;
    }

    private static Object plain(Object argument) {
        return argument instanceof Collection<?> many
                ? many.stream().map(String::valueOf).toList()
                : String.valueOf(argument);
    }

    private static String english(String code, Object... arguments) {
        String text = ResourceBundle.getBundle(TEXTS, Locale.ENGLISH, ValueFault.class.getClassLoader())
                .getString("field." + code);
        for (int i = 0; i < arguments.length; i++)
            text = text.replace("{" + i + "}", String.valueOf(plain(arguments[i])));
        return text;
    }
}
