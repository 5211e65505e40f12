package dari.matching.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The concepts of a set of files with the places where they stand, parsed line by line; nothing compares them yet. */
final class Concepts {

    private static final int COLUMNS = 6;
    private static final String HEADS = "#heads\t";

    /** A concept where it is written. */
    record Written(Concept concept, String file, int line) {

        VocabularyProblem problem(String what, String remedy) {
            return new VocabularyProblem(file, line, what, remedy);
        }
    }

    /** An id declared to have nothing broader, where that is written. */
    record Head(String id, String file, int line) {}

    private final List<Written> written = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();

    /** @param problems hears of each line that is no concept */
    Concepts(List<VocabularyFile> files, Consumer<VocabularyProblem> problems) {
        for (VocabularyFile file : files) {
            for (int i = 0; i < file.lines().size(); i++) {
                read(file.lines().get(i), file.name(), i + 1, problems);
            }
        }
    }

    List<Written> written() {
        return written;
    }

    List<Head> heads() {
        return heads;
    }

    private void read(String line, String file, int number, Consumer<VocabularyProblem> problems) {
        if (line.startsWith(HEADS)) {
            list(line.substring(HEADS.length())).forEach(id -> heads.add(new Head(id, file, number)));
        } else if (!line.startsWith("#") && !line.isBlank()) {
            String[] cells = line.split("\t", -1);
            VocabularyProblem problem = problem(cells, file, number);
            if (problem == null) {
                Concept concept = new Concept(
                        cells[0], cells[1].strip(), cells[2].strip(), list(cells[3]), list(cells[4]), cells[5].strip());
                written.add(new Written(concept, file, number));
            } else {
                problems.accept(problem);
            }
        }
    }

    private static @Nullable VocabularyProblem problem(String[] cells, String file, int number) {
        if (cells.length != COLUMNS) {
            return new VocabularyProblem(
                    file,
                    number,
                    "expected 6 columns separated by tabs, found " + cells.length,
                    "write id, Korean, English, other names, broader concepts, ICD-10; an empty one keeps its tab");
        }
        if (!cells[0].matches("[a-z]+:[a-z0-9-]+")) {
            return new VocabularyProblem(
                    file,
                    number,
                    "an id is kind:name in small letters, found " + cells[0],
                    "use small Latin letters, digits and hyphens");
        }
        if (cells[1].isBlank() || cells[2].isBlank()) {
            return new VocabularyProblem(file, number, cells[0] + " lacks a Korean or an English name", "write both");
        }
        return null;
    }

    private static List<String> list(String cell) {
        return Stream.of(cell.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
