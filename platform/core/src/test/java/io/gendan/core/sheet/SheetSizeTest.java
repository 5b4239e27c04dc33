package io.gendan.core.sheet;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Ten thousand people, written and read by a program that has little memory. */
class SheetSizeTest {
    private static final String HEAP = "-Xmx48m";
    private static final int PEOPLE = 10_000;
    private static final List<String> COLUMNS =
            List.of("username", "name", "email", "unit", "level", "superior", "roles", "post");

    @Test
    void tenThousandPeopleFitIntoAnUploadAndIntoLittleMemory() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var program = new ProcessBuilder(
                        java.toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SheetSizeTest.class.getName())
                .redirectErrorStream(true)
                .start();

        String said = new String(program.getInputStream().readAllBytes());

        assertThat(program.waitFor()).as(said).isZero();
    }

    public static void main(String... arguments) {
        for (var format : SheetFormat.values()) {
            byte[] file = write(format);
            int read = Sheets.read(file, format, Set.copyOf(COLUMNS), Set.of())
                    .rows()
                    .size();
            System.out.printf("%s: %d people, %d bytes%n", format, read, file.length);
            if (read != PEOPLE || file.length > 2 << 20) System.exit(1);
        }
    }

    private static byte[] write(SheetFormat format) {
        var out = new ByteArrayOutputStream();
        try (var writer = SheetWriter.to(out, format, COLUMNS)) {
            for (int i = 0; i < PEOPLE; i++)
                writer.row(List.of(
                        "person" + i,
                        "姓名" + i,
                        "person" + i + "@company.example",
                        "U-" + i / 100,
                        "L1",
                        "supervisor" + i / 10,
                        "SALES MERCH",
                        "销售代表"));
        }
        return out.toByteArray();
    }
}
