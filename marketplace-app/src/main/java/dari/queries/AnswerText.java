package dari.queries;

import dari.provisioner.query.QueryAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.MediaType;

/** An answer as text that programs read. */
public final class AnswerText {

    public static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private AnswerText() {}

    /** With a line of names on top (RFC 4180). */
    public static String csv(QueryAnswer answer) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(answer.columns().stream().map(QueryAnswer.Column::name));
            csv.printRecords(answer.rows());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
