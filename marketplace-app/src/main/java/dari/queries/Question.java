package dari.queries;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param taken whether the answer is to leave
 * @param token by which a program asks; null for a person in the pages
 */
record Question(String sql, boolean taken, @Nullable UUID token) {}
