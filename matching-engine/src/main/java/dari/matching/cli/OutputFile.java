package dari.matching.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A result that becomes visible whole or not at all. */
final class OutputFile {

    /** What file systems take, in bytes. */
    private static final int LONGEST_NAME = 255;

    private OutputFile() {}

    /** What fills the file. */
    interface Content {
        void write(BufferedWriter to) throws IOException;
    }

    /**
     * Refuses a target that is one of the files being read or written beside it.
     *
     * @param target null when there is none
     */
    static void distinct(@Nullable Path target, @Nullable Path... others) throws IOException {
        for (Path other : others) {
            if (target == null || other == null) {
                continue;
            }
            boolean bothThere = Files.exists(target) && Files.exists(other);
            boolean same = bothThere
                    ? Files.isSameFile(target, other)
                    : target.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize());
            if (same) {
                throw new BadInput(target + ": is named for something else too; name another file to write");
            }
        }
    }

    /** Writes beside the target and renames; a failure leaves nothing behind and an older target as it was. */
    static void write(Path target, Content content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(target)) {
            throw new BadInput(target + ": cannot be written; name a file in a folder that is there");
        }
        if (target.getFileName().toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new BadInput(target + ": cannot be written; name a file with a shorter name");
        }
        Path partial = Files.createTempFile(folder, ".dari-", ".partial");
        try {
            try (BufferedWriter writer = Files.newBufferedWriter(partial)) {
                content.write(writer);
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
