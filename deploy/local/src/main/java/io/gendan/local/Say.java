package io.gendan.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the launcher says, in Chinese or English by the terminal's locale. */
final class Say {
    private static final boolean CHINESE = isChinese(System.getenv());

    private Say() {}

    static boolean isChinese(Map<String, String> environment) {
        return Stream.of("GENDAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .map(value -> value.toLowerCase(Locale.ROOT).startsWith("zh"))
                .orElse(false);
    }

    static String in(String chinese, String english) {
        return CHINESE ? chinese : english;
    }

    static String portTaken(int port, String part, String variable) {
        return in(
                        "端口 %d 已被占用,%s 无法启动。请停止占用该端口的程序,或设置环境变量 %s 改用其他端口。",
                        "Port %d is in use, so %s cannot start. Stop what listens there, or choose another port with %s.")
                .formatted(port, part, variable);
    }

    static String badPort(String variable, String text) {
        return in("环境变量 %s 的值“%s”不是端口号(1–65535)。", "%s is \"%s\", which is no port number (1–65535).")
                .formatted(variable, text);
    }

    static String missingJar(Part part, Path jar) {
        return in(
                        "找不到 %s 的程序文件 %s。请先构建:./gendan up 会自动构建。",
                        "%s has no program at %s. Build it first; ./gendan up does.")
                .formatted(part.title(), jar);
    }

    static String crashed(String part, String reason, List<String> lastLines, Path log) {
        return in(
                        "%s 启动失败:%s%n最后的日志:%n%s%n完整日志:%s",
                        "%s did not start: %s%nLast lines of its log:%n%s%nThe whole log: %s")
                .formatted(part, reason, "  | " + String.join(System.lineSeparator() + "  | ", lastLines), log);
    }

    static String exited() {
        return in("进程已退出", "its process ended");
    }

    static String notReadyAfter(long seconds) {
        return in("%d 秒后仍未就绪", "not ready after %d seconds").formatted(seconds);
    }

    static String unknownPart(String name) {
        return in("没有名为“%s”的部分。可用:%s", "There is no part \"%s\". There are: %s")
                .formatted(
                        name, String.join(" ", Part.all().stream().map(Part::id).toList()));
    }

    static String unreadable(Exception reason) {
        return in(
                        "文件无法读写:%s。.gendan 是否由另一个用户创建?请用该用户运行,或删除 .gendan。",
                        "A file cannot be used: %s. Was .gendan made by another user? Run as that user, or delete .gendan.")
                .formatted(reason);
    }

    static String stillAlive(String part, long pid) {
        return in("无法结束 %s(进程 %d)。它是否属于另一个用户?", "%s (process %d) cannot be ended. Does it belong to another user?")
                .formatted(part, pid);
    }

    static String writingCache(String part) {
        return in("  %s 结束前生成启动缓存,下次启动更快 …", "  %s writes its start-up cache before it ends …")
                .formatted(part);
    }

    static String ready(String part, long millis) {
        return in("  %s 就绪(%.1f 秒)", "  %s ready (%.1f s)").formatted(part, millis / 1000.0);
    }
}
