package io.gendan.intake;

import java.sql.SQLException;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.gendan.core.approval.ApprovalStatus;
import io.gendan.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void people() {
        intake.registerStaff();
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
        intake.confirmedOrder();
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

    @ParameterizedTest(name = "{1} of one that is {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            OPEN     | delete from approval
            APPROVED | delete from approval
            OPEN     | update approval set protocol = '[]'
            APPROVED | update approval set status = 'VOID', protocol = '[]'
            OPEN     | update approval set protocol = jsonb_set(protocol, '{0,by}', '"nobody"')
            APPROVED | update approval set status = 'VOID', protocol = jsonb_set(protocol, '{2,by}', '"nobody"')
            OPEN     | update approval set protocol = jsonb_insert(protocol, '{0}', '{"what": "APPROVED"}')
            OPEN     | update approval set checksum = 'other'
            APPROVED | update approval set status = 'VOID', checksum = 'other'
            OPEN     | update approval set authors = '["nobody"]'
            OPEN     | update approval set authors = jsonb_insert(authors, '{0}', '"nobody"')
            APPROVED | update approval set status = 'VOID', authors = '[]'
            OPEN     | update approval set apart = '{"authors": "author", "parts": []}'
            OPEN     | update approval set record_id = gen_random_uuid()
            APPROVED | update approval set status = 'OPEN'
            APPROVED | update approval set closed_at = now()
            """)
    void whatBecameOfAnApprovalStaysOnRecord(ApprovalStatus status, String tampering) throws SQLException {
        UUID quotation = intake.submittedQuotation();
        if (status == ApprovalStatus.APPROVED)
            IntakeFixture.ok(
                    Tokens.as(IntakeFixture.HEAD, "HEAD"), "/api/intake/v1/quotations/" + quotation + "/approve");
        String only = " where record_id = '" + quotation + "' and status = '" + status + "'";

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(tampering + only))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("stays on record");
        }
    }
}
