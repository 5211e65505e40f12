package dari.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The directory of a seeded marketplace. Only a directory that this command made itself is ever filled or thrown away: the
 * embedded database inside it is new, so no other data can be meant by mistake. It is filled beside its place and moved
 * there at the end; what an interrupted run left is thrown away by the next.
 */
record LoadHome(Path place) {

    private static final String MARK = "filled-by-load";

    LoadHome {
        place = place.toAbsolutePath().normalize();
    }

    boolean isFilled() {
        return Files.exists(place.resolve(MARK));
    }

    /**
     * An empty directory to fill.
     *
     * @throws IllegalStateException when something else lies at the place
     */
    Path begin() {
        if (isFilled() || holdsAnything(place)) {
            throw new IllegalStateException(place + " is not empty: name a directory that does not exist yet");
        }
        Path begun = begun();
        if (holdsAnything(begun) && !Files.exists(begun.resolve(MARK))) {
            throw new IllegalStateException(begun + " is not empty and was not made by this command");
        }
        try {
            throwAway(begun);
            Files.createDirectories(begun);
            Files.createFile(begun.resolve(MARK));
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void finish() {
        try {
            Files.deleteIfExists(place); // an empty directory may have been made for it
            Files.move(begun(), place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path begun() {
        return place.resolveSibling(place.getFileName() + ".begun");
    }

    private static boolean holdsAnything(Path directory) {
        if (!Files.exists(directory)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(directory)) {
            return inside.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void throwAway(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> inside = Files.walk(directory)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
