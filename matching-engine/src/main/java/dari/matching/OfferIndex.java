package dari.matching;

import java.util.List;

/** Finds the offers that a text and codes speak of. Implementations are thread-safe. */
public interface OfferIndex extends AutoCloseable {

    /** An offer and how well the words fit: 1 for the best of the answer, 0 for none in common. */
    record Candidate(Offer offer, double relevance) {}

    /** A change of the marketplace: an offer as it is now, or withdrawn. */
    sealed interface Change {
        record Put(Offer offer) implements Change {}

        record Withdraw(String offerId) implements Change {}
    }

    /**
     * Applies changes in order and remembers how far it came; visible to the next search.
     *
     * @param position sequence number of the last change
     */
    void apply(List<Change> changes, long position);

    /** Replaces everything; searches see the old content until the new is complete. */
    void rebuild(Iterable<Offer> offers, long position);

    /** The last position applied, or -1 when the index is empty, of another version, or was never built. */
    long position();

    /**
     * @param text free text in either language
     * @param codes vocabulary codes that are wanted
     * @param limit most candidates; when words find fewer, others fill up with relevance 0
     */
    List<Candidate> search(String text, List<String> codes, int limit);

    @Override
    void close();
}
