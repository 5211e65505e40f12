package dari.matching.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A result that becomes visible whole or not at all. */
final class OutputFile {

    private OutputFile() {}

    /** What fills the file. */
    interface Content {
        void write(BufferedWriter to) throws IOException;
    }

    /** Writes beside the target and renames; a failure leaves nothing behind and an older target as it was. */
    static void write(Path target, Content content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(target)) {
            throw new BadInput(target + ": cannot be written; name a file in a folder that is there");
        }
        Path partial = Files.createTempFile(folder, "." + target.getFileName(), ".partial");
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
