package io.gendan.core.notice;

/**
 * The e-mail of a notice, as it goes out.
 *
 * @param text plain; its HTML form is made from it and says the same
 */
record NoticeMail(String to, String subject, String text) {
    /** What people wrote is text and nothing else, whatever it looks like. */
    String html() {
        String escaped = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        return "<html><body><p>" + escaped.replace("\n", "<br>\n") + "</p></body></html>";
    }
}
