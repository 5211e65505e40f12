package dari.api.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it.
 *
 * @param type which kind of problem; stays the same whatever the language
 * @param title the kind in words
 * @param detail what happened here, and what to do
 * @param instance path of the request
 * @param errors fields to mend; left out where it is not about fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        URI type,
        String title,
        int status,
        String detail,
        URI instance,
        @Nullable List<FieldProblem> errors) {}
