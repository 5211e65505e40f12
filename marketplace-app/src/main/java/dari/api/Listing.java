package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to send as {@code cursor} for the page after; left out on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Listing<T>(List<T> items, @Nullable String next) {}
