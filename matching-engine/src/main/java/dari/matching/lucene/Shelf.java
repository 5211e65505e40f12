package dari.matching.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.Lock;

/** Where the numbered directories of an index lie. */
interface Shelf extends Closeable {

    SortedSet<Long> numbers() throws IOException;

    /** The directory of that number, made when it is not there. */
    Directory directory(long number) throws IOException;

    /** Takes a directory away; readers that have it open go on. */
    void delete(long number) throws IOException;

    /** Below a folder that one process at a time may use. */
    static Shelf below(Path folder) throws IOException {
        return new OnDisk(folder);
    }

    static Shelf inMemory() {
        return new InMemory();
    }

    final class OnDisk implements Shelf {

        private static final String PREFIX = "generation-";

        private final Path folder;
        private final Directory guarded;
        private final Lock lock;

        OnDisk(Path folder) throws IOException {
            this.folder = folder;
            this.guarded = FSDirectory.open(folder);
            try {
                this.lock = guarded.obtainLock("index.lock");
            } catch (IOException e) {
                guarded.close();
                throw e;
            }
        }

        @Override
        public SortedSet<Long> numbers() throws IOException {
            SortedSet<Long> numbers = new TreeSet<>();
            try (Stream<Path> entries = Files.list(folder)) {
                entries.map(entry -> entry.getFileName().toString())
                        .filter(name -> name.matches(PREFIX + "[0-9]{1,18}"))
                        .forEach(name -> numbers.add(Long.parseLong(name.substring(PREFIX.length()))));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            return numbers;
        }

        @Override
        public Directory directory(long number) throws IOException {
            return FSDirectory.open(folder.resolve(PREFIX + number));
        }

        @Override
        public void delete(long number) throws IOException {
            Path gone = folder.resolve(PREFIX + number);
            if (!Files.exists(gone)) {
                return;
            }
            try (Stream<Path> files = Files.list(gone)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(gone);
        }

        @Override
        public void close() throws IOException {
            lock.close();
            guarded.close();
        }
    }

    final class InMemory implements Shelf {

        private final TreeMap<Long, Directory> directories = new TreeMap<>();

        @Override
        public SortedSet<Long> numbers() {
            return new TreeSet<>(directories.keySet());
        }

        @Override
        public Directory directory(long number) {
            return new FilterDirectory(directories.computeIfAbsent(number, n -> new ByteBuffersDirectory())) {
                @Override
                public void close() {
                    // closing would clear it; it lasts as long as the shelf
                }
            };
        }

        @Override
        public void delete(long number) {
            directories.remove(number);
        }

        @Override
        public void close() {
            // nothing is held but memory
        }
    }
}
