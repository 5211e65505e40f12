package dari.matching.lucene;

import dari.matching.IndexUnavailable;
import dari.matching.OfferSource.Progress;
import dari.matching.lucene.Generation.Mark;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generations of an index: the newest whole one of this version is served, a newer unfinished one waits to be filled
 * further, all others are taken away. Opened at the first use, and again after a disk failed. One writer at a time; any
 * number of searches.
 */
final class Generations implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(Generations.class);

    /** Opens the place where the generations lie. */
    interface Opening {
        Shelf open() throws IOException;
    }

    private final Opening opening;
    private final String schema;
    private @Nullable Shelf shelf;
    private volatile @Nullable Generation served;
    private boolean closed;

    Generations(Opening opening, String schema) {
        this.opening = opening;
        this.schema = schema;
    }

    /** What searches see; empty when there is no whole index of this version. */
    synchronized Optional<Generation> served() throws IOException {
        shelf();
        return Optional.ofNullable(served);
    }

    /**
     * A searcher that sees one state of the index for as long as it is held.
     *
     * @throws IndexUnavailable when there is nothing to serve
     */
    IndexSearcher acquire() throws IOException {
        while (true) {
            Generation current = served;
            if (current == null) {
                current = served().orElseThrow(() -> IndexUnavailable.notBuilt("the index of offers"));
            }
            try {
                return current.acquire();
            } catch (AlreadyClosedException e) {
                if (current == served) {
                    throw e;
                }
                // a rebuild took its place in between: the next turn sees the new one
            }
        }
    }

    static void release(IndexSearcher searcher) throws IOException {
        searcher.getIndexReader().decRef();
    }

    /** How far an interrupted rebuild came. */
    synchronized Optional<Progress> unfinished() throws IOException {
        Shelf open = shelf();
        long newest = newest(open);
        if (newest == 0 || newest == servedNumber()) {
            return Optional.empty();
        }
        return mark(open, newest)
                .filter(mark -> !mark.whole() && mark.schema().equals(schema))
                .map(Mark::progress);
    }

    /** The unfinished generation, to be filled further. */
    synchronized Generation resume() throws IOException {
        Shelf open = shelf();
        long number = newest(open);
        return new Generation(number, schema, open.directory(number));
    }

    /** An empty generation; what was unfinished is given up. */
    synchronized Generation begin() throws IOException {
        Shelf open = shelf();
        long kept = servedNumber();
        for (long number : open.numbers()) {
            if (number != kept) {
                open.delete(number);
            }
        }
        long next = kept + 1;
        return new Generation(next, schema, open.directory(next));
    }

    /** Lets a whole generation take the place of the one before it, which readers may still hold. */
    synchronized void serve(Generation whole) throws IOException {
        Generation before = served;
        served = whole;
        if (before != null) {
            before.close();
            shelf().delete(before.number());
        }
    }

    /** After a failure nothing in memory is trusted: the next use opens the last commit again. */
    synchronized void forget(Exception cause) {
        Generation before = served;
        Shelf open = shelf;
        served = null;
        shelf = null;
        try {
            IOUtils.close(before, open);
        } catch (IOException | AlreadyClosedException e) {
            cause.addSuppressed(e);
        }
    }

    private Shelf shelf() throws IOException {
        Shelf open = shelf;
        if (open != null) {
            return open;
        }
        if (closed) {
            throw new AlreadyClosedException("this index was closed");
        }
        Shelf fresh = opening.open();
        try {
            served = newestWhole(fresh);
            shelf = fresh;
            return fresh;
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(fresh);
            throw e;
        }
    }

    private @Nullable Generation newestWhole(Shelf open) throws IOException {
        Generation found = null;
        for (long number : new TreeSet<>(open.numbers()).descendingSet()) {
            if (found != null) {
                open.delete(number); // its successor is whole
                continue;
            }
            Optional<Mark> mark = mark(open, number);
            if (mark.filter(m -> m.whole() && m.schema().equals(schema)).isPresent()) {
                found = generation(open, number);
            }
        }
        return found;
    }

    private @Nullable Generation generation(Shelf open, long number) throws IOException {
        Directory directory = open.directory(number);
        try {
            return new Generation(number, schema, directory);
        } catch (IOException e) {
            directory.close();
            if (isDamage(e)) {
                giveUp(open, number, e);
                return null;
            }
            throw e;
        }
    }

    private static Optional<Mark> mark(Shelf open, long number) throws IOException {
        try (Directory directory = open.directory(number)) {
            return Mark.of(directory);
        } catch (IOException e) {
            if (isDamage(e)) {
                giveUp(open, number, e);
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What is there can be built again from the database. */
    private static void giveUp(Shelf open, long number, IOException damage) throws IOException {
        log.warn("generation {} of the offer index is damaged and is built anew: {}", number, damage.getMessage());
        open.delete(number);
    }

    private static boolean isDamage(IOException e) {
        return e instanceof CorruptIndexException
                || e instanceof IndexFormatTooOldException
                || e instanceof IndexFormatTooNewException
                || e instanceof EOFException
                || e instanceof NoSuchFileException;
    }

    private static long newest(Shelf open) throws IOException {
        TreeSet<Long> numbers = new TreeSet<>(open.numbers());
        return numbers.isEmpty() ? 0 : numbers.last();
    }

    private long servedNumber() {
        Generation current = served;
        return current == null ? 0 : current.number();
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        Generation before = served;
        Shelf open = shelf;
        served = null;
        shelf = null;
        IOUtils.close(before, open);
    }
}
