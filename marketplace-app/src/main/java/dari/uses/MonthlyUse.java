package dari.uses;

import dari.delivery.SentFile;
import dari.provisioner.Sha256;
import dari.queries.QueryLine;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was done in a sandbox in a month.
 *
 * @param answersTaken questions whose answer left as a file or to a program
 * @param fileRequests ranges of files that were asked for
 * @param digest SHA-256 over every line of it, in hex
 */
public record MonthlyUse(
        YearMonth month, long questions, long answersTaken, long fileRequests, long bytesSent, String digest) {

    static MonthlyUse of(YearMonth month, List<QueryLine> questions, List<SentFile> files) {
        return new MonthlyUse(
                month,
                questions.size(),
                questions.stream().filter(QueryLine::taken).count(),
                files.stream().mapToLong(SentFile::requests).sum(),
                files.stream().mapToLong(SentFile::bytes).sum(),
                Sha256.hex(Stream.concat(
                                Stream.of("dari-use-1 " + month),
                                Stream.concat(
                                        questions.stream().map(MonthlyUse::line),
                                        files.stream()
                                                .sorted(Comparator.comparing(SentFile::last)
                                                        .thenComparing(SentFile::file))
                                                .map(MonthlyUse::line)))
                        .collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.UTF_8)));
    }

    private static String line(QueryLine question) {
        return String.join(
                " ",
                "question",
                question.id().toString(),
                question.askedAt().truncatedTo(ChronoUnit.MILLIS).toString(),
                question.network(),
                Integer.toString(question.rows()),
                Boolean.toString(question.taken()),
                Sha256.hex(question.text().getBytes(StandardCharsets.UTF_8)));
    }

    private static String line(SentFile file) {
        return String.join(
                " ",
                "file",
                file.file(),
                file.network(),
                Long.toString(file.requests()),
                Long.toString(file.bytes()),
                file.last().truncatedTo(ChronoUnit.MILLIS).toString());
    }
}
