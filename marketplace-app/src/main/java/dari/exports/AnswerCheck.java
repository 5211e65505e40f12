package dari.exports;

import dari.exports.scan.FileScan;
import dari.exports.scan.Finding;
import dari.exports.scan.ReleaseFacts;
import dari.provisioner.query.QueryAnswer;
import dari.provisioner.release.Release;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Says of an answer that would leave without anybody's look whether the desk's own check finds anything in it. */
public final class AnswerCheck {

    /** More rows do not go in a day from one sandbox: what is copied bit by bit is copied. */
    public static final long MOST_ROWS_A_DAY = 10_000;

    private AnswerCheck() {}

    /**
     * What weighs most of what blocks an export or has to be looked at by people; empty where an answer may leave.
     *
     * @param csv the answer as it would leave
     * @return a sentence of the bundles
     */
    public static Optional<MessageSourceResolvable> objection(Release release, QueryAnswer answer, String csv) {
        ReleaseFacts facts = ReleaseReader.facts(release);
        List<String> names =
                answer.columns().stream().map(QueryAnswer.Column::name).toList();
        return FileScan.answer(csv, names, cells(answer), facts).stream()
                .map(AnswerCheck::sentence)
                .findFirst();
    }

    /** Counts below it are small cells. */
    public static long threshold(Release release) {
        return ReleaseReader.threshold(release);
    }

    private static List<List<String>> cells(QueryAnswer answer) {
        return answer.rows().stream()
                .map(row -> row.stream().map(AnswerCheck::cell).toList())
                .toList();
    }

    private static String cell(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static MessageSourceResolvable sentence(Finding finding) {
        Object[] numbers = Stream.of(finding.number(), finding.limit())
                .map(number -> number == null ? "" : number)
                .toArray();
        return new DefaultMessageSourceResolvable(new String[] {"exports.finding." + finding.code()}, numbers);
    }
}
