package dari.matching.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A disk of an index whose n-th operation fails. */
final class FailingDisk implements Generations.Opening {

    private final Shelf disk = Shelf.inMemory();
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    void failAt(int operation) {
        left.set(operation);
    }

    void heal() {
        left.set(Integer.MAX_VALUE);
    }

    private void operate() throws IOException {
        if (left.decrementAndGet() == 0) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public Shelf open() {
        return new Shelf() {
            @Override
            public SortedSet<Long> numbers() throws IOException {
                operate();
                return disk.numbers();
            }

            @Override
            public Directory directory(long number) throws IOException {
                operate();
                return new Failing(disk.directory(number));
            }

            @Override
            public void delete(long number) throws IOException {
                operate();
                disk.delete(number);
            }

            @Override
            public void close() {
                // what was committed stays, as on a disk
            }
        };
    }

    private final class Failing extends FilterDirectory {

        Failing(Directory real) {
            super(real);
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            operate();
            return super.createOutput(name, context);
        }

        @Override
        public void sync(Collection<String> names) throws IOException {
            operate();
            super.sync(names);
        }

        @Override
        public void rename(String from, String to) throws IOException {
            operate();
            super.rename(from, to);
        }

        @Override
        public void syncMetaData() throws IOException {
            operate();
            super.syncMetaData();
        }
    }
}
