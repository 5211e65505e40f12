package dari.matching.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.elasticsearch.indices.get_mapping.IndexMappingRecord;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.transport.rest_client.RestClientOptions;
import dari.matching.OfferSource.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.http.client.config.RequestConfig;
import org.elasticsearch.client.RequestOptions;
import org.jspecify.annotations.Nullable;

/**
 * The indexes {@code alias-1}, {@code alias-2} … of which the alias leads to one. A newer one without the alias is
 * unfinished: nobody sees it, the next rebuild fills it further. How far each came is a document in it.
 */
final class AliasedIndexes {

    /** Name in a mapping's metadata of the version of the content. */
    static final String SCHEMA = "schema";

    /** Id of the one document that is no offer. */
    private static final String PROGRESS_ID = "§position";

    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;

    /** A merge may take long, and says nothing until it is done. */
    private static final int MERGE_MILLIS = 3_600_000;

    private final ElasticsearchClient client;
    private final ElasticsearchClient merging;
    private final Calls calls;
    private final String alias;
    private final String schema;

    /** The index of which is known that it has this version's mapping, so that it is asked once. */
    private volatile @Nullable String known;

    /** An index that is being filled. */
    record Unfinished(String index, Progress progress) {}

    AliasedIndexes(ElasticsearchClient client, Calls calls, String alias, String schema) {
        this.client = client;
        this.merging = client.withTransportOptions(new RestClientOptions.Builder(RequestOptions.DEFAULT.toBuilder()
                        .setRequestConfig(RequestConfig.custom()
                                .setSocketTimeout(MERGE_MILLIS)
                                .build()))
                .build());
        this.calls = calls;
        this.alias = alias;
        this.schema = schema;
    }

    /** How far the served index came; empty when there is none of this version. */
    Optional<Progress> served() {
        return progress(alias).filter(found -> isOfThisVersion(found.index())).map(GetResponse::source);
    }

    /** What an interrupted rebuild left behind. */
    Optional<Unfinished> unfinished() {
        long newestServed = servedNames().stream().mapToLong(this::number).max().orElse(0);
        return names().stream()
                .max(Comparator.comparingLong(this::number))
                .filter(name -> number(name) > newestServed && hasSchema(name))
                .flatMap(this::progress)
                .flatMap(found ->
                        Optional.ofNullable(found.source()).map(reached -> new Unfinished(found.index(), reached)));
    }

    private Optional<GetResponse<Progress>> progress(String indexOrAlias) {
        return calls.write(() -> {
            try {
                return Optional.of(client.get(g -> g.index(indexOrAlias).id(PROGRESS_ID), Progress.class));
            } catch (ElasticsearchException e) {
                if (e.status() == NOT_FOUND || e.status() == BAD_REQUEST) { // no index behind the alias, or several
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** An empty index that nobody sees; what was unfinished is taken away. */
    String begin(Supplier<TypeMapping> mapping) {
        Set<String> served = servedNames();
        List<String> before = names();
        before.stream().filter(name -> !served.contains(name)).forEach(this::delete);
        String fresh =
                alias + "-" + (before.stream().mapToLong(this::number).max().orElse(0) + 1);
        calls.write(() -> create(fresh, mapping.get()));
        return fresh;
    }

    /** An answer that was lost leaves the index behind: the second try finds what it wanted. */
    private String create(String fresh, TypeMapping mapping) throws IOException {
        try {
            client.indices()
                    .create(c ->
                            c.index(fresh).settings(s -> s.numberOfShards("1")).mappings(mapping));
        } catch (ElasticsearchException e) {
            if (!Objects.equals(e.error().type(), "resource_already_exists_exception")) {
                throw e;
            }
        }
        return fresh;
    }

    /** Written after the offers, so that it never claims what was lost. */
    void remember(String index, Progress progress) {
        calls.write(() -> client.index(i -> i.index(index).id(PROGRESS_ID).document(progress)));
    }

    /** The same for the served index; makes what was written before visible to the next search. */
    void rememberServed(Progress progress) {
        calls.write(() -> client.index(i -> i.index(alias)
                .requireAlias(true)
                .id(PROGRESS_ID)
                .document(progress)
                .refresh(Refresh.True)));
    }

    /**
     * Makes one part of all, which is what searches are fastest on; each vector thereby enters a graph once.
     *
     * @param fields as they are from now on
     */
    void merge(String whole, Map<String, Property> fields) {
        calls.write(() -> client.indices().putMapping(m -> m.index(whole).properties(fields)));
        calls.write(() -> merging.indices().forcemerge(m -> m.index(whole).maxNumSegments(1L)));
    }

    /** Lets a whole index take the place of the one before it in one step, then takes all others away. */
    void serve(String whole) {
        calls.write(() -> client.indices().refresh(r -> r.index(whole)));
        List<Action> actions = new ArrayList<>();
        actions.add(Action.of(a -> a.add(x -> x.index(whole).alias(alias).isWriteIndex(true))));
        servedNames().stream()
                .filter(old -> !old.equals(whole))
                // sent again after a lost answer, the alias is gone already
                .forEach(old -> actions.add(
                        Action.of(a -> a.remove(x -> x.index(old).alias(alias).mustExist(false)))));
        calls.write(() -> client.indices().updateAliases(u -> u.actions(actions)));
        names().stream().filter(name -> !name.equals(whole)).forEach(this::delete);
    }

    void dropAll() {
        names().forEach(this::delete);
    }

    private void delete(String index) {
        calls.write(() -> client.indices().delete(d -> d.index(index).ignoreUnavailable(true)));
    }

    private Set<String> servedNames() {
        boolean exists = calls.write(
                () -> client.indices().existsAlias(e -> e.name(alias)).value());
        return exists
                ? calls.write(() ->
                        client.indices().getAlias(g -> g.name(alias)).result().keySet())
                : Set.of();
    }

    private List<String> names() {
        return calls
                .write(() -> client.indices()
                        .get(g -> g.index(alias + "-*"))
                        .result()
                        .keySet())
                .stream()
                .filter(name -> number(name) > 0)
                .toList();
    }

    /** What is no name of ours, since a person moved the alias, counts as older than all of ours. */
    private long number(String index) {
        String behind = index.startsWith(alias) ? index.substring(alias.length()) : "";
        return behind.matches("-[0-9]{1,18}") ? Long.parseLong(behind.substring(1)) : 0;
    }

    private boolean isOfThisVersion(String index) {
        if (index.equals(known)) {
            return true;
        }
        boolean same = hasSchema(index);
        if (same) {
            known = index;
        }
        return same;
    }

    private boolean hasSchema(String index) {
        IndexMappingRecord found = calls.write(() -> client.indices().getMapping(g -> g.index(index)))
                .result()
                .get(index);
        JsonData mark = found == null ? null : found.mappings().meta().get(SCHEMA);
        return mark != null && schema.equals(mark.to(String.class));
    }
}
