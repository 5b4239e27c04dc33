package io.gendan.rulebook;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The rule files on the class path. Each archive lists its own in {@code rulebook/index.txt}, because not every kind
 * of archive can be searched for names.
 */
final class RuleFiles {

    private static final String FOLDER = "rulebook/";
    private static final String INDEX = FOLDER + "index.txt";

    private RuleFiles() {}

    /** Name of each file and its text, in the order of the indexes. */
    static SequencedMap<String, String> onClassPath() {
        ClassLoader loader = RuleFiles.class.getClassLoader();
        SequencedMap<String, String> files = new LinkedHashMap<>();
        try {
            for (URL index : Collections.list(loader.getResources(INDEX))) {
                for (String name : lines(text(index))) {
                    files.put(name, text(found(loader, FOLDER + name)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The rule files that " + INDEX + " lists cannot be read", e);
        }
        return files;
    }

    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    static String text(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static URL found(ClassLoader loader, String name) throws FileNotFoundException {
        URL url = loader.getResource(name);
        if (url == null) throw new FileNotFoundException(name);
        return url;
    }
}
