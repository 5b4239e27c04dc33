package io.gendan.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A mail server that takes everything and delivers it to mailboxes of its own. */
final class MailRunner implements Runner {
    private final StackOptions options;
    private final int smtp;
    private final int imap;

    MailRunner(StackOptions options, Ports ports) {
        this.options = options;
        this.smtp = ports.of(Port.SMTP);
        this.imap = ports.of(Port.IMAP);
    }

    @Override
    public Part part() {
        return Part.MAIL;
    }

    @Override
    public Program program() {
        Path jar = Disk.files(options.built().resolve("dist"), ".jar").stream()
                .findFirst()
                .orElseThrow(() ->
                        new StackFailure(Say.missingJar(part(), options.built().resolve("dist"))));
        var run = List.of(
                "-Dgreenmail.smtp.hostname=127.0.0.1",
                "-Dgreenmail.smtp.port=" + smtp,
                "-Dgreenmail.imap.hostname=127.0.0.1",
                "-Dgreenmail.imap.port=" + imap,
                "-Dgreenmail.auth.disabled",
                "-jar",
                jar.toString());
        var flags = List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        return new Java(part().id(), List.of(jar), flags, run, Map.of()).program(Java.Cache.NONE, options.shared());
    }

    @Override
    public boolean isReady() {
        return !Ports.isFree(smtp) && !Ports.isFree(imap);
    }
}
