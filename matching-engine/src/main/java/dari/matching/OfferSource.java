package dari.matching;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All offers, for building an index anew. Each is listed once, in an order that stays the same from one reading to the
 * next; they are read one after the other and never held together.
 */
public interface OfferSource {

    /**
     * How far an index came.
     *
     * @param position sequence number of the last change that is certainly in it
     * @param lastOffer id of the last offer that an unfinished index holds, null for a whole one or before the first
     */
    record Progress(long position, @Nullable String lastOffer) {

        public static Progress whole(long position) {
            return new Progress(position, null);
        }

        public Progress upTo(Offer offer) {
            return new Progress(position, offer.id());
        }
    }

    /**
     * What a rebuild has to read.
     *
     * @param from what the index holds already
     * @param continued whether an unfinished index is filled further
     */
    record Remaining(Progress from, Iterable<Offer> offers, boolean continued) {}

    /** Sequence number of the last change that every offer read from now on certainly shows. */
    long position();

    /** Every offer, from the first. */
    Iterable<Offer> all();

    /**
     * The offers behind one that an interrupted rebuild stored. What changed before it is told by the list of changes,
     * since the index keeps the position it began with.
     *
     * @return empty when this source cannot begin in the middle: the rebuild starts over
     */
    default Optional<Iterable<Offer>> after(String offerId) {
        return Optional.empty();
    }

    /** A source that begins at the start whenever it is read. */
    static OfferSource of(Iterable<Offer> offers, long position) {
        return new OfferSource() {
            @Override
            public long position() {
                return position;
            }

            @Override
            public Iterable<Offer> all() {
                return offers;
            }
        };
    }

    /** Where to read on, or from the start when nothing was left behind or this source cannot read on. */
    default Remaining remaining(Optional<Progress> unfinished) {
        return unfinished
                .flatMap(progress -> Optional.ofNullable(progress.lastOffer())
                        .flatMap(this::after)
                        .map(rest -> new Remaining(progress, rest, true)))
                .orElseGet(() -> {
                    long position = position(); // asked first: a change while the offers are read must not be missed
                    return new Remaining(Progress.whole(position), all(), false);
                });
    }
}
