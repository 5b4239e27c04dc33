package io.gendan.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The browser of this machine; where there is none and the distribution can be asked, its own. */
final class Chromium {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final String MISSING =
            "Chromium is needed for the tests in the browser and was not found. Install it"
                    + " (Debian/Ubuntu: apt install chromium fonts-noto-cjk), or set CHROMIUM to its program.\n"
                    + "浏览器测试需要 Chromium,本机没有找到。请安装,或用环境变量 CHROMIUM 指明程序。";

    private Chromium() {}

    static Path find() {
        return found().orElseGet(() -> {
            install();
            return found().orElseThrow(() -> new IllegalStateException(MISSING));
        });
    }

    private static Optional<Path> found() {
        var candidates = new ArrayList<Path>();
        String named = System.getenv("CHROMIUM");
        if (named != null && !named.isBlank()) candidates.add(Path.of(named));
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            for (String name : NAMES) candidates.add(Path.of(folder, name));
        candidates.add(Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));
        candidates.add(Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));
        return candidates.stream().filter(Files::isExecutable).findFirst();
    }

    private static void install() {
        boolean possible =
                System.getProperty("user.name").equals("root") && Files.isExecutable(Path.of("/usr/bin/apt-get"));
        if (!possible) throw new IllegalStateException(MISSING);
        run("apt-get", "update", "-q");
        run("apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk");
    }

    private static void run(String... command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new IllegalStateException(MISSING + "\n" + output);
        } catch (IOException e) {
            throw new UncheckedIOException(MISSING, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
