package dari.matching.cli;

import dari.matching.Offer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The documents of a collection in the BEIR layout, read from its file each time anew and never held together. */
record Collection(Path corpus) implements Iterable<Offer> {

    /**
     * Reads everything once, so that a bad line is told before anything is built.
     *
     * @throws BadInput with file and line
     */
    void check() throws IOException {
        Set<String> ids = new HashSet<>();
        JsonFiles.texts(corpus, (number, line) -> {
            if (!line.isBlank()) {
                JsonFiles.parse(corpus, number, line, object -> {
                    text(object);
                    Fields.textOrEmpty(object, "title");
                    if (!ids.add(id(object))) {
                        throw new IllegalArgumentException("id " + id(object) + " stands twice; ids must differ");
                    }
                    return object;
                });
            }
        });
    }

    /** The document's or query's name: a text or a whole number. */
    static String id(ObjectNode object) {
        JsonNode id = object.path("_id");
        return id.isIntegralNumber() ? id.asString() : Fields.text(object, "_id");
    }

    static String text(ObjectNode object) {
        return Fields.textOrEmpty(object, "text");
    }

    @Override
    public Iterator<Offer> iterator() {
        try {
            return new Documents(TextLines.of(corpus));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document as an offer that has nothing but words; what a collection adds beside them is passed over. */
    private static Offer document(ObjectNode object) {
        return new Offer(
                id(object),
                "kind:data",
                Fields.textOrEmpty(object, "title"),
                text(object),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private final class Documents implements Iterator<Offer> {

        private final TextLines lines;
        private @Nullable Offer next;

        Documents(TextLines lines) throws IOException {
            this.lines = lines;
            this.next = read();
        }

        /** The next document; the file is closed after the last. */
        private @Nullable Offer read() throws IOException {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    return JsonFiles.parse(corpus, lines.number(), line, Collection::document);
                }
            }
            lines.close();
            return null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Offer next() {
            Offer current = next;
            if (current == null) {
                throw new NoSuchElementException();
            }
            try {
                next = read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return current;
        }
    }
}
