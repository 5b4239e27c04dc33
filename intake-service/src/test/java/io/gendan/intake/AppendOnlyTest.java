package io.gendan.intake;

import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import jakarta.inject.Inject;

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
            refused(tampering, "only ever added");
            try (var rows = statement.executeQuery("select count(*) from audit_entry where actor <> 'nobody'")) {
                rows.next();
                assertThat(rows.getLong(1)).isPositive();
            }
        }
    }

    /** Under way and decided: who wrote what, which content it is and what was said. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from approval where status = '%s'",
                "update approval set protocol = '[]' where status = '%s'",
                "update approval set protocol = jsonb_set(protocol, '{0,by}', '\"nobody\"') where status = '%s'",
                "update approval set protocol = protocol #- '{0}' || '[{}, {}]' where status = '%s'",
                "update approval set checksum = 'another' where status = '%s'",
                "update approval set authors = '[]' where status = '%s'",
                "update approval set apart = '{}' where status = '%s'",
                "update approval set record_id = id where status = '%s'",
                "update approval set opened_at = opened_at - interval '1 day' where status = '%s'"
            })
    void whatBecameOfAnApprovalStaysOnRecord(String tampering) throws SQLException {
        intake.submittedQuotation();
        for (String status : List.of("OPEN", "APPROVED")) refused(tampering.formatted(status), "stays on record");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status = 'OPEN'", "status = 'VOID', steps = '[]'", "at_step = 0, waiting = '{somebody}'"})
    void whatIsApprovedOnlyBecomesVoid(String tampering) throws SQLException {
        refused("update approval set " + tampering + " where status = 'APPROVED'", "stays on record");
    }

    private void refused(String tampering, String why) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(tampering))
                    .as(tampering)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(why);
        }
    }
}
