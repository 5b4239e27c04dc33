package io.gendan.gateway.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Which request targets go any further. Whatever the gateway and a service could read in two ways (dot segments, encoded
 * slashes, empty segments, malformed escapes) is refused rather than repaired.
 */
final class RequestPath {
    private RequestPath() {}

    static boolean isAcceptable(String path) {
        if (path.isEmpty() || path.charAt(0) != '/') return false;
        boolean escaped = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c > '~' || c == '\\' || c == '"' || c == '<' || c == '>') return false;
            if (c == '^' || c == '`' || c == '{' || c == '|' || c == '}' || c == '#') return false;
            if (c == '%') {
                if (!isHarmlessEscape(path, i)) return false;
                escaped = true;
            }
            if (c == '/' && !segmentIsFine(path, i + 1)) return false;
        }
        return !escaped || isUtf8(path);
    }

    private static boolean isHarmlessEscape(String path, int at) {
        if (at + 2 >= path.length()) return false;
        int high = Character.digit(path.charAt(at + 1), 16);
        int low = Character.digit(path.charAt(at + 2), 16);
        if (high < 0 || low < 0) return false;
        int value = high << 4 | low;
        return value >= ' ' && value != 0x7f && value != '/' && value != '\\' && value != '.' && value != ';';
    }

    private static boolean segmentIsFine(String path, int from) {
        if (from == path.length()) return true;
        int end = from;
        while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != ';') end++;
        if (end == from) return false;
        return switch (end - from) {
            case 1 -> path.charAt(from) != '.';
            case 2 -> !(path.charAt(from) == '.' && path.charAt(from + 1) == '.');
            default -> true;
        };
    }

    private static boolean isUtf8(String path) {
        ByteBuffer bytes = ByteBuffer.allocate(path.length());
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '%') {
                bytes.put((byte) Integer.parseInt(path, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.put((byte) path.charAt(i));
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
