package dari.matching.vocabulary.imported;

import dari.matching.vocabulary.VocabularyProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The snapshot files of a SNOMED CT release (RF2), read line by line; only active rows count. */
final class Rf2Files {

    private static final int ACTIVE = 2;

    private final List<Path> all;
    private final BadLines bad = new BadLines();

    Rf2Files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        try (Stream<Path> files = Files.walk(folder)) {
            this.all = files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Whether a release has a file of a type, e.g. {@code sct2_Concept}. */
    boolean has(String type) {
        return all.stream().anyMatch(file -> isSnapshot(file, type));
    }

    /**
     * Hears the cells of each active row of all files of a type; lines that are no row are kept as bad.
     *
     * @param columns how many cells a row has
     * @param numbers which of them are identifiers
     */
    void rows(String type, int columns, List<Integer> numbers, Consumer<String[]> row) throws IOException {
        for (Path file : all) {
            if (isSnapshot(file, type)) {
                rows(file, columns, numbers, row);
            }
        }
    }

    void refuseIfAnyIsBad() {
        bad.refuseIfAny();
    }

    private void rows(Path file, int columns, List<Integer> numbers, Consumer<String[]> row) throws IOException {
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (number == 1 || line.isEmpty()) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                if (cells.length != columns) {
                    bad.add(new VocabularyProblem(
                            file.toString(),
                            number,
                            "expected " + columns + " columns separated by tabs, found " + cells.length,
                            "unpack the release again"));
                } else if (!numbers.stream().allMatch(cell -> cells[cell].matches("[0-9]{6,18}"))) {
                    bad.add(new VocabularyProblem(
                            file.toString(),
                            number,
                            "holds no SNOMED CT identifier where one belongs",
                            "unpack the release again"));
                } else if (cells[ACTIVE].equals("1")) {
                    row.accept(cells);
                }
            }
        } catch (CharacterCodingException e) {
            bad.add(new VocabularyProblem(file.toString(), number + 1, "is not UTF-8", "unpack the release again"));
        }
    }

    private static boolean isSnapshot(Path file, String type) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(type) && name.contains("Snapshot") && name.endsWith(".txt");
    }
}
