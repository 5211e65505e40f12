package dari.admin.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.UUID;

/**
 * A part of the house that has evidence about calls. Each implements this; the bundle asks them all, in their
 * {@code @Order}. Files are streamed: a source reads its tables batch by batch.
 */
public interface EvidenceSource {

    /** Writes this part's files, none when there is nothing. */
    void write(Scope scope, Folder folder) throws IOException;

    /**
     * What the bundle is about.
     *
     * @param applications every application of the call that was ever handed in
     * @param others ids of further things of the call that have a history: its cohorts
     */
    record Scope(UUID call, List<UUID> applications, List<UUID> others) {

        public Scope {
            applications = List.copyOf(applications);
            others = List.copyOf(others);
        }
    }

    /** Where files go. Paths are lower-case words with {@code /} between, e.g. {@code reviews/scores.csv}. */
    interface Folder {

        /**
         * @param titleKey message key of one sentence that says what the file is
         * @param content writes it, as UTF-8
         */
        void text(String path, String titleKey, TextContent content) throws IOException;

        /** Bytes as they are, for what was hashed or signed before. */
        void bytes(String path, String titleKey, ByteContent content) throws IOException;
    }

    /** Writes the text of a file. */
    @FunctionalInterface
    interface TextContent {

        void writeTo(Writer out) throws IOException;
    }

    /** Writes the bytes of a file. */
    @FunctionalInterface
    interface ByteContent {

        void writeTo(OutputStream out) throws IOException;
    }
}
