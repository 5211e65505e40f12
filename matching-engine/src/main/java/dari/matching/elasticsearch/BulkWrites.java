package dari.matching.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import dari.matching.IndexUnavailable;
import dari.matching.OfferIndex.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Many writes in one request, each with an answer of its own: what the server was too busy for is sent again, what it
 * will never take is reported, the rest is stored.
 */
final class BulkWrites {

    private static final int NOT_FOUND = 404;

    /** Elasticsearch refuses a whole request for one id that is longer. */
    private static final int LONGEST_ID_BYTES = 512;

    private final ElasticsearchClient client;
    private final Calls calls;

    /** A write and the offer it is about. */
    record Write(String offerId, BulkOperation operation) {}

    BulkWrites(ElasticsearchClient client, Calls calls) {
        this.client = client;
        this.calls = calls;
    }

    /**
     * @param target an index, or the alias that must lead to one
     * @throws IndexUnavailable when the server stays away or busy, or the alias leads nowhere; part of the writes may be
     *     stored
     */
    List<Refused> send(String target, boolean isAlias, List<Write> writes) {
        List<Refused> refused = new ArrayList<>();
        List<Write> pending = new ArrayList<>();
        for (Write write : writes) {
            if (write.offerId().getBytes(StandardCharsets.UTF_8).length > LONGEST_ID_BYTES) {
                refused.add(new Refused(write.offerId(), "id_too_long"));
            } else {
                pending.add(write);
            }
        }
        if (!pending.isEmpty()) {
            calls.write(() -> once(target, isAlias, pending, refused));
        }
        return refused;
    }

    /** One request; leaves in {@code pending} what has to be sent again. */
    private int once(String target, boolean isAlias, List<Write> pending, List<Refused> refused) throws IOException {
        BulkResponse response = client.bulk(b -> b.index(target)
                .requireAlias(isAlias)
                .operations(pending.stream().map(Write::operation).toList()));
        List<Write> busy = new ArrayList<>();
        for (int i = 0; i < pending.size(); i++) {
            Write write = pending.get(i);
            BulkResponseItem item = response.items().get(i);
            ErrorCause error = item.error();
            if (error == null) {
                continue; // stored, or not there to be taken away
            }
            if (Calls.isBusy(item.status())) {
                busy.add(write);
            } else if (item.status() == NOT_FOUND) {
                throw IndexUnavailable.notBuilt("the index " + target);
            } else {
                refused.add(new Refused(write.offerId(), String.valueOf(error.type())));
            }
        }
        pending.clear();
        pending.addAll(busy);
        if (!busy.isEmpty()) {
            throw new Calls.Busy(busy.size());
        }
        return response.items().size();
    }
}
