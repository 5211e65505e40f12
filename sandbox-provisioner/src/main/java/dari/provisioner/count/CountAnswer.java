package dari.provisioner.count;

import dari.provisioner.Refused;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many persons meet a question's criteria ({@code count.json}).
 *
 * @param answer version of this shape, 1
 * @param questionHash SHA-256 of the question that it answers
 * @param persons rounded to 10; null below 10, none included
 */
public record CountAnswer(
        int answer,
        String questionHash,
        Instant countedAt,
        @Nullable Long persons) {

    /** Counts below this are told as "fewer than 10". */
    public static final int LEAST = 10;

    private static final int STEP = 10;
    private static final int VERSION = 1;

    /** The answer that a true count is told as. */
    static CountAnswer of(CountQuestion question, long persons, Instant now) {
        long rounded = Math.round(persons / (double) STEP) * STEP;
        return new CountAnswer(VERSION, question.hash(), now, persons < LEAST ? null : (Long) rounded);
    }

    /**
     * Both sides of the way look at every answer.
     *
     * @throws Refused when it answers another question, or tells more than it may
     */
    public void require(CountQuestion question) {
        if (answer != VERSION || !questionHash.equals(question.hash())) {
            throw new Refused("the answer does not belong to the question");
        }
        if (persons != null && (persons < LEAST || persons % STEP != 0)) {
            throw new Refused("a count is below 10 or not rounded to 10");
        }
    }
}
