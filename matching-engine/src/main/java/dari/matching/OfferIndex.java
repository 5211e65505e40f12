package dari.matching;

import java.util.List;

/**
 * Finds the offers that a text and codes speak of; a copy that can be thrown away and built again. Implementations are
 * thread-safe: searches run beside each other and beside one writer; writers wait for each other. What was built for
 * another database, or by another version, counts as not built.
 *
 * <p>Every method throws {@link IndexUnavailable} when the engine is away. A write that failed may be given again: the
 * position moves only when all before it is stored.
 */
public interface OfferIndex extends AutoCloseable {

    /** An offer and how well the words fit: 1 for the best of the answer, 0 for none in common. */
    record Candidate(Offer offer, double relevance) {}

    /** A change of the marketplace: an offer as it is now, or withdrawn. */
    sealed interface Change {
        record Put(Offer offer) implements Change {}

        record Withdraw(String offerId) implements Change {}
    }

    /**
     * An offer that the engine will not store, however often it is tried; what it held of it before stays.
     *
     * @param reason the engine's code for it, never the offer's content
     */
    record Refused(String offerId, String reason) {}

    /**
     * Applies changes in order and remembers how far it came; visible to the next search.
     *
     * @param position sequence number of the last change
     * @return what was refused; everything else is stored
     * @throws IndexUnavailable also when the index was never built
     */
    List<Refused> apply(List<Change> changes, long position);

    /**
     * Replaces everything; searches see the old content until the new is complete. When it is interrupted, also by the
     * end of the process, the next call continues behind the last offer that was stored, if the source can; what is half
     * built is never served.
     *
     * @return what was refused; everything else is stored
     */
    List<Refused> rebuild(OfferSource source);

    /** The same for offers at hand, always from the start. */
    default List<Refused> rebuild(Iterable<Offer> offers, long position) {
        return rebuild(OfferSource.of(offers, position));
    }

    /** The last position applied, or -1 when there is no whole index of this version: it has to be built. */
    long position();

    /**
     * @param text free text in either language
     * @param codes vocabulary codes that are wanted
     * @param limit most candidates; when words find fewer, others fill up with relevance 0
     * @throws IndexUnavailable also when there is no whole index of this version: an empty answer would claim that there
     *     is no offer
     */
    List<Candidate> search(String text, List<String> codes, int limit);

    @Override
    void close();
}
