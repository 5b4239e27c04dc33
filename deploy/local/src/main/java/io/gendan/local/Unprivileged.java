package io.gendan.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.sun.security.auth.module.UnixSystem;

/**
 * PostgreSQL refuses to run as root. Started by root it runs in a user namespace where root is nobody in particular and
 * keeps its files where they are; where namespaces are forbidden (most containers), it runs as user "nobody" with its
 * files in a folder which that user can reach.
 */
final class Unprivileged {
    private static final String NOBODY = "65534";

    private enum Way {
        NOT_NEEDED,
        NAMESPACE,
        NOBODY
    }

    private final Way way;

    Unprivileged() {
        this(new UnixSystem().getUid() == 0);
    }

    Unprivileged(boolean root) {
        if (!root) way = Way.NOT_NEEDED;
        else if (Processes.succeeds("unshare", "-U", "true")) way = Way.NAMESPACE;
        else if (Processes.succeeds("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "true"))
            way = Way.NOBODY;
        else
            throw new StackFailure(
                    Say.in(
                            "PostgreSQL 不能以 root 身份运行,而本机既不能用 unshare 也不能用 setpriv(util-linux)。请以普通用户运行 ./gendan,或安装 util-linux。",
                            "PostgreSQL does not run as root, and neither unshare nor setpriv (util-linux) works here. Run ./gendan as an ordinary user, or install util-linux."));
    }

    List<String> prefix() {
        return switch (way) {
            case NOT_NEEDED -> List.of();
            case NAMESPACE -> List.of("unshare", "-U");
            case NOBODY -> List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups");
        };
    }

    /** The folder itself, or one in its stead that the unprivileged user can enter. */
    Path reachable(Path folder) {
        if (way != Way.NOBODY || canBeEntered(folder)) return folder;
        return Path.of("/var/tmp", "gendan-" + Integer.toHexString(folder.hashCode()));
    }

    void own(Path path) {
        if (way == Way.NOBODY) Processes.succeeds("chown", "-R", NOBODY + ":" + NOBODY, path.toString());
    }

    void share(Path path) {
        if (way == Way.NOBODY) Processes.succeeds("chmod", "-R", "go+rX", path.toString());
    }

    private static boolean canBeEntered(Path folder) {
        Path existing = folder;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        return Processes.succeeds(
                "setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "test", "-x", existing.toString());
    }
}
