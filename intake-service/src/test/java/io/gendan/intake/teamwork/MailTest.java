package io.gendan.intake.teamwork;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.gendan.core.act.Acts;
import io.gendan.core.notice.Notices;
import io.gendan.core.notice.Postman;
import io.gendan.core.notice.Telling;
import io.gendan.core.store.Ids;
import io.gendan.core.store.RecordRef;
import io.gendan.testing.Requirement;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.gendan.intake.teamwork.Office.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

/** Notices by e-mail, over a real SMTP server. */
@QuarkusTest
class MailTest {
    @ConfigProperty(name = "gendan.mail.port")
    int port;

    @Inject
    Office office;

    @Inject
    Notices notices;

    @Inject
    Postman postman;

    @Inject
    Acts acts;

    private GreenMail server;

    @BeforeEach
    void anOfficeThatIsOpen() throws Exception {
        office.open();
        office.alwaysOpen();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        postman.deliver(); // what earlier tests left
    }

    @AfterEach
    void closeThePostOffice() {
        server.stop();
    }

    @Test
    @Requirement("INF-14")
    void aNoticeIsMailedOnceInChineseWithRecordAndDeadline() throws Exception {
        UUID id = tell("SO-2026-000001", "<b>急</b> & \"快\"", false);

        deliverByMany();
        postman.deliver();

        MimeMessage mail = received().getFirst();
        assertThat(received()).hasSize(1);
        assertThat(mail.getMessageID()).isEqualTo("<" + id + "@gendan>");
        assertThat(mail.getSubject()).isEqualTo("订单 SO-2026-000001，截止 2026-11-20 12:00");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(part(mail, 0))
                .contains(office.nameOf(office.merchandiser) + "，您好", "<b>急</b> & \"快\"", "发送人：系统", "2026-11-20 12:00");
        assertThat(part(mail, 1))
                .contains("&lt;b&gt;急&lt;/b&gt; &amp; &quot;快&quot;")
                .doesNotContain("<b>");
        mine().body("items[0].mail.status", is("SENT")).body("items[0].mail.attempts", is(1));
    }

    @Test
    void whoChoseEnglishIsWrittenToInEnglish() throws Exception {
        office.as(office.merchandiser)
                .body(Map.of("language", "en"))
                .put(API + "notices/language")
                .then()
                .statusCode(200);
        office.as(office.merchandiser).get(API + "notices/language").then().body("language", is("en"));
        office.as(office.merchandiser)
                .body(Map.of("language", "fr"))
                .put(API + "notices/language")
                .then()
                .statusCode(400);
        tell("SO-1", "x", true);

        postman.deliver();

        assertThat(received().getFirst().getSubject()).isEqualTo("[URGENT] order SO-1, due 2026-11-20 12:00");
    }

    @Test
    void nothingThatPeopleWriteBecomesAHeader() throws Exception {
        office.hasAddress(office.merchandiser, "MERCH", office.supervisor, "m@gendan.example");
        tell("SO-1\r\nBcc: evil@gendan.example\r\n\r\nHi", "x\r\n.\r\nMAIL FROM:<evil@gendan.example>", false);

        postman.deliver();

        MimeMessage mail = received().getFirst();
        assertThat(received()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("订单 SO-1 Bcc: evil@gendan.example Hi，截止 2026-11-20 12:00");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(part(mail, 0)).contains("MAIL FROM:<evil@gendan.example>");
    }

    @Test
    void aServerThatIsAwayIsWaitedFor() throws Exception {
        server.stop();
        UUID id = tell("SO-1", "x", false);

        postman.deliver();
        postman.deliver();

        mine().body("items[0].mail.status", is("WAITING"))
                .body("items[0].mail.attempts", is(1))
                .body("items[0].mail.reason", notNullValue())
                .body("items[0].mail.at", greaterThan(mine().extract().path("items[0].toldAt")));
        server.start();
        pauseIsOver(id);
        postman.deliver();
        mine().body("items[0].mail.status", is("SENT")).body("items[0].mail.attempts", is(2));
        assertThat(received()).hasSize(1);
    }

    @Test
    void aServerThatSaysNothingKeepsNobodyFromReading() throws Exception {
        server.stop();
        UUID id = tell("SO-1", "x", false);
        var silent = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        try (var postmen = Executors.newVirtualThreadPerTaskExecutor()) {
            var round = postmen.submit(() -> postman.deliver());
            var connection = silent.accept();

            office.as(office.merchandiser)
                    .post(API + "notices/" + id + "/read")
                    .then()
                    .statusCode(200);
            assertThat(round.isDone()).isFalse();
            connection.close();
            silent.close();
            round.get();
        }

        mine().body("items[0].mail.status", is("WAITING"))
                .body("items[0].mail.attempts", is(1))
                .body("items[0].readAt", notNullValue());
    }

    @Test
    void whatWasSentAndNotMarkedIsSentAgainAndRecognized() throws Exception {
        UUID id = tell("SO-1", "x", false);
        postman.deliver();
        office.backdate("notice", "update notice set mail_status = 'WAITING', mail_at = now() where id = '" + id + "'");

        postman.deliver();

        assertThat(received()).hasSize(2);
        assertThat(received().getFirst().getMessageID())
                .isEqualTo(received().getLast().getMessageID());
    }

    @Test
    void anAddressThatIsNoneIsShownWithTheReason() throws Exception {
        office.hasAddress(office.colleague, "MERCH", office.supervisor, "evil\r\nRCPT TO:<a@b>@gendan.example");
        tell(office.colleague, "SO-1", "x", false);

        postman.deliver();

        of(office.colleague)
                .body("items[0].mail.status", is("FAILED"))
                .body("items[0].mail.reason", is("malformed address"));
        assertThat(received()).isEmpty();
    }

    @Test
    @Requirement("SEC-17")
    void whoHasLeftIsWrittenToNoMore() throws Exception {
        UUID about = Ids.next();
        tell(office.merchandiser, about, "SO-1", "x", false);
        office.leaves(office.merchandiser, "MERCH", office.supervisor);

        postman.deliver();

        office.as(office.supervisor)
                .get(API + "notices?recordId=" + about)
                .then()
                .body("items.recipient.username", contains(office.merchandiser))
                .body("items[0].mail.status", is("FAILED"))
                .body("items[0].mail.reason", is("not on duty"));
        assertThat(received()).isEmpty();
    }

    /** Where the server cannot now, or has something against us, the address and the letter may be good. */
    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such user here, FAILED",
        "., 554 taken for spam, FAILED",
        "RCPT, 451 try again later, WAITING",
        "., 452 no room for it, WAITING",
        "MAIL, 554 not from you, WAITING"
    })
    void onlyWhatIsSaidForGoodOfTheAddressOrTheLetterIsFinal(String point, String refusal, String status)
            throws Exception {
        server.stop();
        UUID id;
        try (var refusing = new RefusingServer(port, point, refusal)) {
            id = tell("SO-1", "x", false);
            postman.deliver();
            refusing.awaitRefusal();
        }
        mine().body("items[0].mail.status", is(status))
                .body("items[0].mail.attempts", is(1))
                .body("items[0].mail.reason", containsString(refusal));

        server.start();
        if (status.equals("WAITING")) pauseIsOver(id);
        postman.deliver();
        mine().body("items[0].mail.status", is(status.equals("WAITING") ? "SENT" : "FAILED"));
        assertThat(received()).hasSize(status.equals("WAITING") ? 1 : 0);
    }

    @Test
    void afterTheOvertimeEndOnlyWhatIsUrgentIsMailed() throws Exception {
        office.alwaysQuiet();
        tell(office.merchandiser, "SO-quiet", "x", false);
        tell(office.merchandiser, "SO-urgent", "x", true);

        postman.deliver();

        assertThat(received()).hasSize(1);
        assertThat(received().getFirst().getSubject()).contains("紧急", "SO-urgent");
        String quiet = "items.find { it.about.label == 'SO-quiet' }.mail.";
        mine().body(quiet + "status", is("WAITING")).body(quiet + "attempts", is(0));
    }

    private List<MimeMessage> received() throws MessagingException {
        return Stream.of(server.getReceivedMessages())
                .filter(mail -> Arrays.toString(headers(mail)).contains(office.unit.substring(1))
                        || Arrays.toString(headers(mail)).contains("m@gendan.example"))
                .toList();
    }

    private static String[] headers(MimeMessage mail) {
        try {
            return mail.getHeader("To");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(MimeMessage mail, int number) throws MessagingException, IOException {
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        return (String) parts.getBodyPart(number).getContent();
    }

    private UUID tell(String label, String text, boolean urgent) {
        return tell(office.merchandiser, label, text, urgent);
    }

    private UUID tell(String recipient, String label, String text, boolean urgent) {
        return tell(recipient, Ids.next(), label, text, urgent);
    }

    private UUID tell(String recipient, UUID record, String label, String text, boolean urgent) {
        var about = new RecordRef("order", record, label);
        var deadline = Instant.parse("2026-11-20T04:00:00Z");
        QuarkusTransaction.requiringNew()
                .run(() -> notices.tell(
                        new Telling(recipient, "comment", Map.of("text", text), about, deadline, urgent),
                        acts.ofSystem()));
        return UUID.fromString(office.as(recipient)
                .get(API + "notices?recordId=" + about.id())
                .then()
                .extract()
                .path("items[0].id"));
    }

    private void deliverByMany() throws Exception {
        try (var postmen = Executors.newFixedThreadPool(4)) {
            var rounds = Stream.<Callable<Void>>generate(() -> () -> {
                        postman.deliver();
                        return null;
                    })
                    .limit(4)
                    .toList();
            for (var round : postmen.invokeAll(rounds)) round.get();
        }
    }

    private void pauseIsOver(UUID notice) throws SQLException {
        office.backdate("notice", "update notice set mail_at = now() where id = '" + notice + "'");
    }

    private ValidatableResponse mine() {
        return of(office.merchandiser);
    }

    private ValidatableResponse of(String username) {
        return office.as(username).get(API + "notices").then().statusCode(200);
    }
}
