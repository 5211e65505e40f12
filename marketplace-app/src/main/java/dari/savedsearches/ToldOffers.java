package dari.savedsearches;

import dari.kernel.IdBytes;
import dari.offers.OfferId;
import dari.offers.OfferView;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which revisions of offers a search has told, so that none is told twice. */
@Component
class ToldOffers {

    private final JdbcClient database;

    ToldOffers(JdbcClient database) {
        this.database = database;
    }

    private record Told(OfferId offer, int revision) {}

    /** Those that were not told before. */
    List<OfferView> fresh(SavedSearchId search, Collection<OfferView> offers) {
        Set<Told> told =
                new HashSet<>(database.sql("SELECT offer, revision FROM saved_search_offer WHERE search = :search")
                        .param("search", IdBytes.of(search.value()))
                        .query((row, number) ->
                                new Told(new OfferId(IdBytes.toId(row.getBytes("offer"))), row.getInt("revision")))
                        .list());
        return offers.stream()
                .filter(offer -> !told.contains(new Told(offer.id(), offer.revision())))
                .toList();
    }

    void remember(SavedSearchId search, Collection<OfferView> offers) {
        offers.forEach(offer -> database.sql("INSERT INTO saved_search_offer (search, offer, revision)"
                        + " VALUES (:search, :offer, :revision)")
                .param("search", IdBytes.of(search.value()))
                .param("offer", IdBytes.of(offer.id().value()))
                .param("revision", offer.revision())
                .update());
    }
}
