package io.gendan.gateway.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Says exactly these bytes, and hears whatever comes back. */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;

    private final Socket socket = new Socket();

    public Wire(URI gateway) {
        this(gateway, "127.0.0.1");
    }

    /** From one of the loopback's many addresses, so that a test has one of its own. */
    public Wire(URI gateway, String from) {
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", gateway.getPort()));
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Wire say(String text) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Everything until the other side closes or has nothing more to say. */
    public String hear() {
        var heard = new StringBuilder();
        var buffer = new byte[8192];
        try {
            int read;
            while ((read = socket.getInputStream().read(buffer)) > 0) {
                heard.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (SocketTimeoutException silent) {
            heard.append("\n(silence)");
        } catch (IOException closed) {
            heard.append("\n(cut off)");
        }
        return heard.toString();
    }

    /** Until the given text has come. */
    public String hearUntil(String end) {
        var heard = new StringBuilder();
        try {
            while (heard.indexOf(end) < 0) {
                int read = socket.getInputStream().read();
                if (read < 0) break;
                heard.append((char) read);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return heard.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
