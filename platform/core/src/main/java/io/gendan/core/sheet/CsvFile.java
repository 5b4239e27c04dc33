package io.gendan.core.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.gendan.core.problem.Problem;

/**
 * CSV in UTF-8, with a mark at its beginning or without. GBK, in which Excel in China writes CSV unless told otherwise, is
 * recognized and refused as such: to guess an encoding is to risk names nobody is called.
 */
final class CsvFile {
    private static final Charset GBK = Charset.forName("GBK");
    /** The characters of GBK in common use; bytes of other encodings rather give those that are not. */
    private static final Charset COMMON = Charset.forName("GB2312");

    private CsvFile() {}

    static void read(byte[] file, RowSink sink) {
        try (var reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text(file))) {
            for (var record : reader) sink.row(record.getStartingLineNumber(), record.getFields(), List.of());
        } catch (CsvParseException e) {
            throw Problem.Invalid.field("body", "not-csv", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a reader of a text has nothing to close
        }
    }

    private static String text(byte[] file) {
        try {
            String text = decoded(file, StandardCharsets.UTF_8).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.Invalid.field("body", isGbk(file) ? "is-gbk" : "not-utf-8");
        }
    }

    private static boolean isGbk(byte[] file) {
        try {
            var text = decoded(file, GBK);
            var common = COMMON.newEncoder();
            return text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')
                    && text.chars().anyMatch(c -> Character.isIdeographic(c) && common.canEncode((char) c));
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static CharBuffer decoded(byte[] file, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(file)); // reports what it cannot decode
    }
}
