package io.gendan.core.http;

import java.sql.SQLException;

import jakarta.persistence.OptimisticLockException;

import org.hibernate.StaleStateException;

/** Two acts changed one record at once, and this one was the slower. */
public final class LostRace {
    private static final String DEADLOCK = "40P01";
    private static final String SERIALIZATION = "40001";

    private LostRace() {}

    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) return true;
            if (cause instanceof SQLException sql
                    && (DEADLOCK.equals(sql.getSQLState()) || SERIALIZATION.equals(sql.getSQLState()))) return true;
        }
        return false;
    }
}
