package dari.offers;

import dari.kernel.BackgroundWork;
import dari.kernel.IdBytes;
import dari.matching.json.MatchingJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Public offers straight from the database: the plain list that is shown while search is away. */
@Service
public class PlainOffers {

    private final JdbcClient database;
    private final Offers offers;

    PlainOffers(JdbcClient database, Offers offers) {
        this.database = database;
        this.offers = offers;
    }

    /** The newest that pass a filter. */
    @BackgroundWork
    public List<OfferView> newest(OfferFilter filter, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>(List.of("status = 'PUBLISHED'"));
        oneOf("kind", filter.kinds(), conditions, values);
        oneOf("region", filter.regions(), conditions, values);
        anyOf("environments", filter.environments(), conditions, values);
        anyOf("formats", filter.formats(), conditions, values);
        anyOf("modalities", filter.modalities(), conditions, values);
        anyOf("diseases", filter.diseases(), conditions, values);
        persons(">=", "least", filter.least(), conditions, values);
        persons("<=", "most", filter.most(), conditions, values);
        List<OfferId> ids = database.sql("SELECT id FROM offer WHERE " + String.join(" AND ", conditions)
                        + " ORDER BY changed_at DESC, id DESC LIMIT " + limit)
                .params(values)
                .query((row, number) -> new OfferId(IdBytes.toId(row.getBytes("id"))))
                .list();
        Map<OfferId, OfferView> views =
                offers.find(ids).stream().collect(Collectors.toMap(OfferView::id, Function.identity()));
        return ids.stream().map(views::get).filter(Objects::nonNull).toList();
    }

    private static void persons(
            String comparison, String name, @Nullable Long bound, List<String> conditions, Map<String, Object> values) {
        if (bound != null) {
            // a JSON null is no number: cast, it would count as 0
            conditions.add("JSON_TYPE(JSON_EXTRACT(content, '$.persons')) = 'INTEGER'");
            conditions.add(
                    "CAST(JSON_UNQUOTE(JSON_EXTRACT(content, '$.persons')) AS SIGNED) " + comparison + " :" + name);
            values.put(name, bound);
        }
    }

    private static void oneOf(String field, List<String> wanted, List<String> conditions, Map<String, Object> values) {
        if (!wanted.isEmpty()) {
            conditions.add("JSON_UNQUOTE(JSON_EXTRACT(content, '$." + field + "')) IN (:" + field + ")");
            values.put(field, wanted);
        }
    }

    private static void anyOf(String field, List<String> wanted, List<String> conditions, Map<String, Object> values) {
        if (!wanted.isEmpty()) {
            conditions.add("JSON_OVERLAPS(JSON_EXTRACT(content, '$." + field + "'), :" + field + ")");
            values.put(field, MatchingJson.mapper().writeValueAsString(wanted));
        }
    }
}
