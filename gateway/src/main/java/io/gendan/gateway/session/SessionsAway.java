package io.gendan.gateway.session;

import java.sql.SQLException;

/** The database of sessions cannot be asked at the moment. */
public final class SessionsAway extends RuntimeException {
    SessionsAway(SQLException cause) {
        super(cause);
    }
}
