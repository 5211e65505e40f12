package dari.matching.cli;

import dari.matching.vocabulary.Vocabulary;
import dari.matching.vocabulary.VocabularyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Vocabulary files that the caller names. */
final class VocabularyFiles {

    private VocabularyFiles() {}

    static List<VocabularyFile> read(List<Path> paths) throws IOException {
        List<VocabularyFile> files = new ArrayList<>();
        for (Path path : paths) {
            List<String> lines = new ArrayList<>();
            JsonFiles.texts(path, (number, line) -> lines.add(line));
            files.add(new VocabularyFile(path.toString(), lines));
        }
        return files;
    }

    /** The built-in vocabulary, with the operator's concepts when a file is named. */
    static Vocabulary vocabulary(@Nullable Path added) throws IOException {
        if (added == null) {
            return Vocabulary.builtIn();
        }
        try {
            return Vocabulary.of(Vocabulary.builtInFiles(), read(List.of(added)));
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }
}
