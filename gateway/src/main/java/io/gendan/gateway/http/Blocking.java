package io.gendan.gateway.http;

import java.util.concurrent.Executor;

import jakarta.inject.Singleton;

/** Where work that waits for the database or the identity provider runs: never on an event loop. */
@Singleton
public class Blocking implements Executor {
    private final Thread.Builder threads = Thread.ofVirtual().name("blocking-", 0);

    @Override
    public void execute(Runnable work) {
        threads.start(work);
    }
}
