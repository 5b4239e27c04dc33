package io.gendan.intake;

import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.gendan.testing.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class AppendOnlyTest {
    @Inject
    IntakeFixture intake;

    @Inject
    DataSource database;

    @BeforeEach
    void somethingIsOnRecord() {
        intake.registerStaff();
        intake.confirmedOrder();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'nobody'",
                "delete from audit_entry",
                "update ruling set outcome = 'ALLOWED'",
                "delete from ruling"
            })
    void whatWasPutOnRecordIsNeitherChangedNorRemoved(String tampering) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(tampering))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("only ever added");
            try (var rows = statement.executeQuery("select count(*) from audit_entry where actor <> 'nobody'")) {
                rows.next();
                assertThat(rows.getLong(1)).isPositive();
            }
        }
    }

    @ParameterizedTest
    @Requirement("QUO-16")
    @ValueSource(
            strings = {
                "delete from approval",
                "update approval set protocol = '[]'",
                "update approval set status = 'OPEN' where status = 'APPROVED'"
            })
    void whatBecameOfAnApprovalStaysOnRecord(String tampering) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(tampering))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("stays on record");
        }
    }
}
