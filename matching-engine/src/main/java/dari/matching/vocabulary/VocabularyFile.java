package dari.matching.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/**
 * A file of concepts as it is written. Columns separated by tabs: id, Korean, English, other names, broader concepts,
 * ICD-10; lists are separated by semicolons. Lines starting with # are comments, but {@code #heads}, a tab and ids declare
 * the concepts that nothing of their kind is broader than; a kind with such a line is a tree, whose other concepts each name a
 * parent of the kind.
 *
 * @param name what messages call the file
 */
public record VocabularyFile(String name, List<String> lines) {

    public VocabularyFile {
        lines = List.copyOf(lines);
    }

    public static VocabularyFile read(BufferedReader lines, String name) throws IOException {
        return new VocabularyFile(name, lines.lines().toList());
    }
}
