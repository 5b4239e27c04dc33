package io.gendan.performance.staff;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.core.sheet.SheetFormat;
import io.gendan.core.sheet.SheetWriter;
import io.gendan.core.sheet.Sheets;
import io.gendan.core.store.Sql;
import io.gendan.performance.PerformanceFixture;
import io.gendan.performance.PerformanceFixture.Company;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.PerformanceFixture.importUnits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

/** The register in and out of files, CSV and Excel alike. */
@QuarkusTest
class SheetsOfStaffTest {
    private static final List<String> COLUMNS =
            List.of("username", "name", "email", "unit", "level", "superior", "roles", "post");

    private static final RestAssuredConfig PATIENT = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 300_000));

    /** A server that refuses a large file does not wait for the rest of it. */
    private static final RestAssuredConfig ASKING_FIRST = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig().setParam("http.protocol.expect-continue", true));

    @Inject
    PerformanceFixture fixture;

    @Inject
    Sql sql;

    @Test
    @Requirement({"ORG-01", "ORG-04"})
    void aWorkbookIsImportedAsCsvIsWithItsErrorsByRow() {
        Company company = fixture.company();
        String newcomer = "xl" + company.seller();
        byte[] file = workbook(
                COLUMNS,
                List.of(
                        person(newcomer, company, "SALES", "岗位"),
                        person("Bad Name", company, "KING", null),
                        person(company.seller(), company, "SALES MERCH", "岗位")));

        importStaff(file, SheetFormat.XLSX, true)
                .body("dryRun", is(true))
                .body("added", is(1))
                .body("changed", is(1))
                .body("errors.line", is(List.of(3, 3)));
        read(newcomer).statusCode(404);

        importStaff(file, SheetFormat.XLSX, false).body("added", is(1)).body("changed", is(1));
        read(newcomer)
                .statusCode(200)
                .body("roles", is(List.of("SALES")))
                .body("email", is(newcomer + "@gendan.example"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsExportedAndImportedAgainChangesNothing(SheetFormat format) {
        Company company = fixture.company();
        String formula = "=cmd|' /C calc'!A0";
        importStaff(
                        workbook(COLUMNS, List.of(person(company.seller(), company, "SALES", formula))),
                        SheetFormat.XLSX,
                        false)
                .body("changed", is(1));
        Tokens.as("hr", "HR")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "change",
                        Map.of("skills", List.of("forklift", "高级 电工"), "personalLimit", 5000),
                        "reason",
                        "test"))
                .post(API + "staff/" + company.seller() + "/change")
                .then()
                .statusCode(200);
        Tokens.as("hr", "HR")
                .contentType(ContentType.JSON)
                .body(Map.of("change", Map.of("skills", List.of("高级 电工")), "reason", "test"))
                .post(API + "staff/" + company.clerk() + "/change")
                .then()
                .statusCode(200);

        byte[] people = export("staff", format);
        byte[] units = export("units", format);

        var rows = Sheets.read(people, format, Set.copyOf(StaffRow.EXPORTED), Set.of())
                .rows();
        assertThat(rows)
                .filteredOn(row -> row.get("username").equals(company.seller()))
                .singleElement()
                .satisfies(row -> assertThat(row.get("post")).isEqualTo(formula));
        if (format == SheetFormat.CSV)
            assertThat(new String(people, StandardCharsets.UTF_8))
                    .contains("'" + formula)
                    .doesNotContain("," + formula);
        importFile("units", units, format, false)
                .body("added", is(0))
                .body("changed", is(0))
                .body("errors.size()", is(0));
        importStaff(people, format, false)
                .body("rows", is(rows.size()))
                .body("unchanged", is(rows.size()))
                .body("errors.size()", is(0));
    }

    @Test
    void theFileComesAsItIsAskedFor() {
        Tokens.as("hr", "HR")
                .get(API + "units/export")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .header("Content-Disposition", is("attachment; filename=\"units.csv\""));
        Tokens.as("hr", "HR")
                .accept(SheetFormat.XLSX_TYPE)
                .get(API + "staff/export")
                .then()
                .statusCode(200)
                .contentType(SheetFormat.XLSX_TYPE)
                .header("Content-Disposition", is("attachment; filename=\"staff.xlsx\""));
        Tokens.as("hr", "HR")
                .accept(ContentType.JSON)
                .get(API + "staff/export")
                .then()
                .statusCode(406);
        for (String role : List.of("SALES", "HEAD", "ADMIN"))
            Tokens.as("kim", role).get(API + "staff/export").then().statusCode(403);
        Tokens.as("kim", "HEAD").get(API + "units/export").then().statusCode(403);
    }

    @Test
    void whatCannotBeReadIsRefusedAsAWholeWithTheReason() {
        assertRefused("username,name\nabc,x\n".getBytes(StandardCharsets.UTF_8), SheetFormat.XLSX, "not-a-workbook");
        assertRefused(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4}, SheetFormat.XLSX, "workbook-old");
        assertRefused("username,name\nabc,王磊\n".getBytes(Charset.forName("GBK")), SheetFormat.CSV, "is-gbk");
        assertRefused(workbook(List.of("username", "salary"), List.of()), SheetFormat.XLSX, "column-missing");
        importFile("staff", new byte[(2 << 20) + 1], SheetFormat.XLSX, 413);
    }

    @Test
    void tenThousandPeopleAreImportedFromOneUpload() {
        String number = UUID.randomUUID().toString().substring(0, 8);
        String unit = "B-" + number.toUpperCase(Locale.ROOT);
        importUnits(unit + ",大部门,Large unit,,general\n").statusCode(200);
        var rows = new ArrayList<List<String>>();
        rows.add(row("top" + number, unit, "LEADER", null, "LEAD"));
        rows.add(row("head" + number, unit, "HEAD", "top" + number, "HEAD"));
        for (int i = rows.size(); i < 10_000; i++)
            rows.add(row("p" + number + "." + i, unit, "L1", "head" + number, "SALES"));
        byte[] file = workbook(COLUMNS, rows);

        assertThat(file).hasSizeLessThan(2 << 20);
        try {
            importStaff(file, SheetFormat.XLSX, false).body("added", is(10_000)).body("errors.size()", is(0));
        } finally {
            forget(unit);
        }
    }

    /** So many people would keep the other tests busy. */
    private void forget(String unit) {
        QuarkusTransaction.requiringNew().run(() -> {
            sql.run("delete from account where username in (select username from staff_member where unit = ?)", unit);
            sql.run("delete from staff_member where unit = ?", unit);
        });
    }

    private static List<String> person(String username, Company company, String roles, String post) {
        return Arrays.asList(
                username,
                "姓名",
                username.replace(' ', '.') + "@gendan.example",
                company.unit(),
                "L1",
                company.supervisor(),
                roles,
                post);
    }

    private static List<String> row(String username, String unit, String level, String superior, String roles) {
        return Arrays.asList(username, "姓名", username + "@gendan.example", unit, level, superior, roles, "岗位");
    }

    private static byte[] workbook(List<String> columns, List<List<String>> rows) {
        var out = new ByteArrayOutputStream();
        try (var writer = SheetWriter.to(out, SheetFormat.XLSX, columns)) {
            for (var row : rows) writer.row(row);
        }
        return out.toByteArray();
    }

    private static void assertRefused(byte[] file, SheetFormat format, String code) {
        importFile("staff", file, format, 400).body("errors[0].code", is(code));
    }

    private static ValidatableResponse importStaff(byte[] file, SheetFormat format, boolean dryRun) {
        return importFile("staff", file, format, dryRun);
    }

    private static ValidatableResponse importFile(String what, byte[] file, SheetFormat format, boolean dryRun) {
        return Tokens.as("hr", "HR")
                .config(PATIENT)
                .contentType(format.mediaType())
                .queryParam("dryRun", dryRun)
                .body(file)
                .post(API + what + "/import")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse importFile(String what, byte[] file, SheetFormat format, int status) {
        return Tokens.as("hr", "HR")
                .config(ASKING_FIRST)
                .contentType(format.mediaType())
                .body(file)
                .post(API + what + "/import")
                .then()
                .statusCode(status);
    }

    private static byte[] export(String what, SheetFormat format) {
        return Tokens.as("hr", "HR")
                .accept(format == SheetFormat.CSV ? SheetFormat.CSV_TYPE : SheetFormat.XLSX_TYPE)
                .get(API + what + "/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static ValidatableResponse read(String username) {
        return Tokens.as("hr", "HR").get(API + "staff/" + username).then();
    }
}
