package io.gendan.gateway.login;

/** Where a login may lead back to: a page of our own and nothing else. */
final class ReturnPath {
    static final String HOME = "/";
    private static final int LONGEST = 500;

    private ReturnPath() {}

    static String safe(String wanted) {
        if (wanted == null || wanted.length() > LONGEST || !wanted.startsWith("/")) return HOME;
        if (wanted.startsWith("//") || wanted.startsWith("/api/") || wanted.startsWith("/auth/")) return HOME;
        for (int i = 0; i < wanted.length(); i++) {
            char c = wanted.charAt(i);
            if (c <= ' ' || c > '~' || c == '\\') return HOME;
        }
        return wanted;
    }
}
