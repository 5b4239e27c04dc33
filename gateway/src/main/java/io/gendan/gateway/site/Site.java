package io.gendan.gateway.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.gendan.gateway.session.Vault;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.impl.MimeMapping;

/** The built web in memory: what is not in it cannot be asked for. */
record Site(Map<String, Asset> assets, FileTime builtAt) {
    static final String FRONT_PAGE = "/index.html";

    private static final Pattern HASHED = Pattern.compile("/assets/.+-[A-Za-z0-9_-]{8}\\.[a-z0-9.]+");
    private static final Pattern WORTH_PACKING = Pattern.compile("text/.*|.*(javascript|json|xml|svg|manifest|wasm).*");
    private static final int SMALLEST_PACKED = 500;
    private static final int BROTLI_QUALITY = 9;

    static Site empty() {
        return new Site(Map.of(), FileTime.fromMillis(0));
    }

    /** When the folder was built, as its front page says; the beginning of time where there is none. */
    static FileTime builtAt(Path root) {
        try {
            return Files.getLastModifiedTime(root.resolve("index.html"));
        } catch (IOException missing) {
            return FileTime.fromMillis(0);
        }
    }

    /** Packing takes a while; without it the files are ready at once. */
    static Site load(Path root, boolean packed) {
        FileTime builtAt = builtAt(root);
        Map<String, Asset> assets = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String path = "/" + root.relativize(file).toString().replace('\\', '/');
                if (!path.contains("/.")) assets.put(path, asset(path, file, packed));
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Site(Map.copyOf(assets), builtAt);
    }

    private static Asset asset(String path, Path file, boolean packed) {
        try {
            byte[] content = Files.readAllBytes(file);
            String mime = MimeMapping.getMimeTypeForFilename(path);
            if (mime == null)
                mime = path.endsWith(".webmanifest") ? "application/manifest+json" : "application/octet-stream";
            boolean pack = packed
                    && content.length >= SMALLEST_PACKED
                    && WORTH_PACKING.matcher(mime).matches();
            boolean text = mime.startsWith("text/") || mime.contains("javascript");
            return new Asset(
                    text ? mime + "; charset=utf-8" : mime,
                    HASHED.matcher(path).matches() ? "public, max-age=31536000, immutable" : "no-cache",
                    HexFormat.of().formatHex(Vault.sha256(content), 0, 12),
                    Buffer.buffer(content),
                    pack ? Buffer.buffer(gzip(content)) : null,
                    pack && Brotli4jLoader.isAvailable() ? Buffer.buffer(brotli(content)) : null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] brotli(byte[] content) throws IOException {
        return Encoder.compress(content, new Encoder.Parameters().setQuality(BROTLI_QUALITY));
    }
}
