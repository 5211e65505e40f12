package dari.matching;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Any number of small offers in the order of their ids, which can be read from the middle. */
public final class NumberedOffers implements OfferSource {

    private final String word;
    private final int count;
    private final long position;
    private final IntConsumer beforeEach;
    private @Nullable String continuedAfter;

    /** @param beforeEach is told each number before that offer is read; may throw or wait for ever */
    public NumberedOffers(String word, int count, long position, IntConsumer beforeEach) {
        this.word = word;
        this.count = count;
        this.position = position;
        this.beforeEach = beforeEach;
    }

    public NumberedOffers(String word, int count, long position) {
        this(word, count, position, number -> {});
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Iterable<Offer> all() {
        return () -> from(0);
    }

    @Override
    public Optional<Iterable<Offer>> after(String offerId) {
        continuedAfter = offerId;
        return Optional.of(() -> from(Integer.parseInt(offerId) + 1));
    }

    /** The offer behind which this source was asked to read on, null when it was not. */
    public @Nullable String continuedAfter() {
        return continuedAfter;
    }

    private Iterator<Offer> from(int first) {
        return IntStream.range(first, count)
                .mapToObj(number -> {
                    beforeEach.accept(number);
                    return Samples.offer(id(number), word, Samples.openForHealth());
                })
                .iterator();
    }

    static String id(int number) {
        return "%06d".formatted(number);
    }
}
