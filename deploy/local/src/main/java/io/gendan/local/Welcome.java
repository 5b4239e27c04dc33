package io.gendan.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person reads after the stack has come up. */
final class Welcome {
    private static final int PER_ROLE = 3;

    private Welcome() {}

    static String text(Stack stack) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(Say.in("跟单已就绪:", "Gendan is up: ") + stack.url("gateway"));
        lines.add(Say.in("登录中心:", "Identity:     ") + stack.url("keycloak"));
        lines.add(Say.in("日志:", "Logs:         ") + stack.log("gateway").getParent());
        lines.add("");
        lines.add(Say.in("演示账号(密码均为 %s):", "Demo accounts (password of all: %s):")
                .formatted(stack.options().password()));
        lines.addAll(accounts(stack));
        lines.add("");
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> accounts(Stack stack) {
        List<People.Person> people = stack.people().all();
        return people.stream()
                .flatMap(person -> person.roles().stream())
                .distinct()
                .map(role -> String.format(Locale.ROOT, "  %-8s ", role)
                        + people.stream()
                                .filter(person -> person.roles().contains(role))
                                .limit(PER_ROLE)
                                .map(person -> person.username() + " " + person.name()
                                        + (person.level().isEmpty() ? "" : " " + person.level()))
                                .collect(Collectors.joining(Say.in("、", ", "))))
                .toList();
    }
}
