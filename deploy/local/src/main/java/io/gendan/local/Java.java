package io.gendan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Java program and its ahead-of-time cache, which is made for exactly these jars, flags and JDK: the virtual machine
 * ignores a cache whose jars have changed.
 */
record Java(String name, List<Path> jars, List<String> flags, List<String> run, Map<String, String> environment) {
    enum Cache {
        NONE,
        MAKE,
        USE
    }

    Program program(Cache cache, Path caches) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
        switch (cache) {
            case NONE -> {}
            case MAKE -> command.addAll(List.of("-XX:AOTCacheOutput=" + cache(caches), "-Xlog:aot*=error"));
            case USE -> command.add("-XX:AOTCache=" + cache(caches));
        }
        command.addAll(run);
        return new Program(command, environment);
    }

    Path cache(Path caches) {
        return caches.resolve(name + "-" + fingerprint() + ".aot");
    }

    private String fingerprint() {
        var text = new StringBuilder(System.getProperty("java.vm.version")).append(flags);
        try {
            for (Path jar : jars) {
                text.append(jar).append(Files.size(jar)).append(Files.getLastModifiedTime(jar));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Digests.of(text.toString());
    }
}
