package io.gendan.core.approval;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over named values in one fixed form; with lengths, so that no two contents have the same form. */
public final class Checksum {
    private final StringBuilder form = new StringBuilder();

    /** Amounts that are equal are so whatever their trailing zeros. */
    public Checksum with(String name, Object value) {
        String text = value instanceof BigDecimal amount
                ? amount.stripTrailingZeros().toPlainString()
                : String.valueOf(value);
        form.append(name)
                .append(' ')
                .append(text.length())
                .append('\n')
                .append(text)
                .append('\n');
        return this;
    }

    public String hex() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(form.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
