package io.gendan.system;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.gendan.local.Part;
import io.gendan.local.Stack;
import io.gendan.local.StackOptions;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import static org.awaitility.Awaitility.await;

/**
 * The product as it runs, for all system tests of one run: started with the first of them on free ports, made whole
 * again before each, ended after the last whatever happened.
 */
public final class WholeSystem implements BeforeEachCallback, AutoCloseable {
    static final Path PRODUCT =
            Path.of(System.getProperty("gendan.product", "..")).toAbsolutePath().normalize();
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private static WholeSystem running;
    private static RuntimeException failure;

    private Stack stack;
    private Company company;

    /** What {@link #get} hands out; the engine closes it after the last test. */
    private record Ending(WholeSystem system) implements AutoCloseable {
        @Override
        public void close() {
            system.close();
        }
    }

    static WholeSystem get() {
        return running;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (failure != null) throw failure;
        if (running == null) {
            context.getRoot().getStore(Namespace.GLOBAL).put(WholeSystem.class, new Ending(this));
            try {
                start();
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
            running = this;
        }
        running.stack.up();
    }

    private void start() {
        KAFKA.setLevel(Level.WARNING);
        Path state = FreshState.in(PRODUCT, PRODUCT.resolve("system-tests/target/stack"));
        stack = Stack.open(StackOptions.isolated(PRODUCT, state), System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::down));
        stack.up();
        company = new Company(stack);
        company.register(PRODUCT.resolve("deploy/identity"));
        int staff = company.staff().size();
        for (Part part : new Part[] {Part.INTAKE, Part.CONTRACT, Part.FULFILLMENT})
            await("staff register in " + part)
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> number(part, "select count(*) from staff_member") >= staff);
    }

    Stack stack() {
        return stack;
    }

    Company company() {
        return company;
    }

    Api admin() {
        return company.as(company.holder("ADMIN", "ADM"));
    }

    /** The first column of the only row. */
    long number(Part part, String sql, Object... arguments) {
        try (Connection connection = connect(part);
                var select = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) select.setObject(i + 1, arguments[i]);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    Connection connect(Part part) throws SQLException {
        var database = stack.database(part);
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** As the server's superuser in this part's database. */
    Connection superuser(Part part) throws SQLException {
        var superuser = stack.superuser();
        return DriverManager.getConnection(
                superuser.url().replaceFirst("/postgres$", "/" + part.id()), superuser.user(), superuser.password());
    }

    /** Until nothing waits in any outbox. */
    void awaitEmptyOutboxes() {
        for (Part part : Part.services())
            await("outbox of " + part)
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> number(part, "select count(*) from outbox_event") == 0);
    }

    @Override
    public void close() {
        if (stack != null) stack.down();
    }
}
