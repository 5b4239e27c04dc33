package io.gendan.gateway.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Correlation ids and W3C trace context: kept where well formed, made where not. */
final class Tracing {
    private static final HexFormat HEX = HexFormat.of();

    private Tracing() {}

    static String correlationId(String given) {
        return isCorrelationId(given) ? given : hex(16);
    }

    static boolean isTraceparent(String given) {
        return given != null
                && given.length() == 55
                && given.startsWith("00-")
                && given.charAt(35) == '-'
                && given.charAt(52) == '-'
                && isLowerHex(given, 3, 35)
                && isLowerHex(given, 36, 52)
                && isLowerHex(given, 53, 55)
                && !isZero(given, 3, 35)
                && !isZero(given, 36, 52);
    }

    static String newTraceparent() {
        return "00-" + hex(16) + '-' + hex(8) + "-01";
    }

    private static boolean isCorrelationId(String given) {
        if (given == null || given.length() < 8 || given.length() > 64) return false;
        for (int i = 0; i < given.length(); i++) {
            char c = given.charAt(i);
            boolean fine = c >= '0' && c <= '9'
                    || c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c == '-'
                    || c == '_'
                    || c == '.';
            if (!fine) return false;
        }
        return true;
    }

    private static boolean isLowerHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) return false;
        }
        return true;
    }

    private static boolean isZero(String text, int from, int to) {
        for (int i = from; i < to; i++) if (text.charAt(i) != '0') return false;
        return true;
    }

    /** Ids to find things by, not to guard them: no secure randomness needed. */
    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        random[0] |= 1;
        return HEX.formatHex(random);
    }
}
