package dari.provisioner.query;

import dari.provisioner.Refused;
import dari.provisioner.query.QueryAnswer.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a kept release answered, as a signed document of kind {@link #KIND}.
 *
 * @param questionHash of the question that is answered
 */
public record KeptAnswer(String questionHash, QueryAnswer answer, Instant answeredAt) {

    public static final String KIND = "dari-answer-1";
    public static final String FILE = "answer.json";

    /** Of all values together, in UTF-8; an answer that is larger is refused as one that needs too much memory. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    /** Of the whole signed document: names, marks between values and their escaping come on top. */
    public static final int MOST_DOCUMENT_BYTES = 3 * MOST_BYTES;

    /** An answer within the size that is handed over. */
    public static KeptAnswer within(KeptQuestion question, QueryAnswer answer, Instant now) {
        return new KeptAnswer(
                question.hash(), bytes(answer) > MOST_BYTES ? QueryAnswer.refused(Refusal.MEMORY, "") : answer, now);
    }

    /**
     * @throws Refused when it answers something else, or more than one session may answer
     */
    public void require(KeptQuestion question, QueryLimits limits) {
        boolean fits = questionHash.equals(question.hash())
                && answer.rows().size() <= limits.rows()
                && answer.rows().stream()
                        .allMatch(row -> row.size() == answer.columns().size())
                && answer.rows().stream()
                        .flatMap(row -> row.stream())
                        .allMatch(value ->
                                value == null || value.length() <= limits.cellCharacters() + 1) // a cut is marked
                && bytes(answer) <= MOST_BYTES;
        if (!fits) {
            throw new Refused(FILE + " is not the answer to this question within its limits");
        }
    }

    private static long bytes(QueryAnswer answer) {
        return answer.rows().stream()
                .flatMap(row -> row.stream())
                .mapToLong(value -> value == null ? 0 : value.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
