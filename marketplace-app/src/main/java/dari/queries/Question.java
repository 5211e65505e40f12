package dari.queries;

import dari.exports.AnswerCheck;
import dari.provisioner.query.QueryAnswer;
import dari.provisioner.release.Release;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/**
 * What is asked.
 *
 * @param taken whether the answer is to leave
 * @param onlyHarmless whether it leaves only where the export desk's check finds nothing in it
 * @param token by which a program asks; null for a person in the pages
 */
record Question(
        String sql,
        boolean taken,
        boolean onlyHarmless,
        @Nullable UUID token) {

    /** A person looks at the answer. */
    static Question looking(String sql) {
        return new Question(sql, false, false, null);
    }

    /** The export desk gets the answer. */
    static Question exporting(String sql) {
        return new Question(sql, true, false, null);
    }

    /** A program gets whatever the answer is. */
    static Question taking(String sql, UUID token) {
        return new Question(sql, true, false, token);
    }

    /** What keeps an answer from leaving; empty where it leaves, or was not to. */
    Optional<MessageSourceResolvable> objection(Release release, QueryAnswer answer) {
        return onlyHarmless && answer.problem() == null
                ? AnswerCheck.objection(release, answer, AnswerText.csv(answer))
                : Optional.empty();
    }

    static Question takingWhatIsHarmless(String sql, UUID token) {
        return new Question(sql, true, true, token);
    }
}
