package dari.api;

import dari.api.door.ProblemException;
import dari.api.door.ProblemKind;
import dari.kernel.IdBytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Pages of lists behind a cursor: the last id that was seen, so that a page neither repeats nor leaves out what was there
 * when things are added. Rankings, which have no order of ids, count places.
 */
final class Paging {

    static final String USUAL = "20";

    private static final int MOST = 100;
    private static final int ID_BYTES = 16;

    private Paging() {}

    /** At least one, at most a hundred. */
    static int limit(int asked) {
        return Math.min(MOST, Math.max(1, asked));
    }

    /** A page of a list that stands whole, the newest first. */
    static <V, T> ResponseEntity<Listing<T>> newestFirst(
            List<V> all, Function<V, UUID> id, Function<V, T> answer, @Nullable String cursor, int asked) {
        UUID after = cursor == null ? null : id(cursor);
        List<V> rest = all.stream()
                .filter(one -> after == null || IdBytes.ORDER.compare(id.apply(one), after) < 0)
                .toList();
        int limit = limit(asked);
        List<V> page = rest.subList(0, Math.min(limit, rest.size()));
        String next = rest.size() > limit ? of(id.apply(page.get(page.size() - 1))) : null;
        return page(page.stream().map(answer).toList(), next);
    }

    /** A page of a list, the newest first, that is read behind an id: the id, which is null at first, and how many. */
    static <V, T> ResponseEntity<Listing<T>> newestFirst(
            BiFunction<@Nullable UUID, Integer, List<V>> read,
            Function<V, UUID> id,
            Function<V, T> answer,
            @Nullable String cursor,
            int asked) {
        int limit = limit(asked);
        List<V> found = read.apply(cursor == null ? null : id(cursor), limit + 1);
        List<V> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? of(id.apply(page.get(limit - 1))) : null;
        return page(page.stream().map(answer).toList(), next);
    }

    /** A page of a ranking, or of a list that only grows at its end. */
    static <V, T> ResponseEntity<Listing<T>> inPlaces(
            List<V> all, Function<V, T> answer, @Nullable String cursor, int asked) {
        int from = Math.min(place(cursor), all.size());
        int limit = limit(asked);
        int to = Math.min(from + limit, all.size());
        return page(all.subList(from, to).stream().map(answer).toList(), to < all.size() ? ofPlace(to) : null);
    }

    /** The same of a list that is read a page of a size at a time, as the database has it. */
    static <V, T> ResponseEntity<Listing<T>> inPlaces(
            BiFunction<Integer, Integer, Page<V>> read, Function<V, T> answer, @Nullable String cursor, int asked) {
        int from = place(cursor);
        int limit = limit(asked);
        Page<V> first = read.apply(from / limit, limit);
        List<V> found = new ArrayList<>(first.getContent());
        if (from % limit > 0) { // another limit was asked for before
            found.addAll(read.apply(from / limit + 1, limit).getContent());
        }
        List<T> page =
                found.stream().skip(from % limit).limit(limit).map(answer).toList();
        int to = from + page.size();
        return page(page, to < first.getTotalElements() ? ofPlace(to) : null);
    }

    /** The answer with its {@code Link} header, which keeps the other parameters. */
    static <T> ResponseEntity<Listing<T>> page(List<T> items, @Nullable String next) {
        return linked(new Listing<>(items, next), next);
    }

    static <B> ResponseEntity<B> linked(B body, @Nullable String next) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (next != null) {
            String url = ServletUriComponentsBuilder.fromCurrentRequest()
                    .scheme(null)
                    .host(null)
                    .port(null)
                    .replaceQueryParam("cursor", next)
                    .build(true)
                    .toUriString();
            answer.header(HttpHeaders.LINK, "<" + url + ">; rel=\"next\"");
        }
        return answer.body(body);
    }

    static String of(UUID last) {
        return text(ByteBuffer.allocate(ID_BYTES)
                .putLong(last.getMostSignificantBits())
                .putLong(last.getLeastSignificantBits())
                .array());
    }

    static UUID id(String cursor) {
        ByteBuffer bytes = bytes(cursor, ID_BYTES);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static String ofPlace(int place) {
        return text(ByteBuffer.allocate(Integer.BYTES).putInt(place).array());
    }

    static int place(@Nullable String cursor) {
        return cursor == null ? 0 : Math.max(0, bytes(cursor, Integer.BYTES).getInt());
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ByteBuffer bytes(String cursor, int length) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == length) {
                return ByteBuffer.wrap(bytes);
            }
        } catch (IllegalArgumentException e) {
            // no cursor of ours, said below
        }
        throw new ProblemException(ProblemKind.CURSOR);
    }
}
