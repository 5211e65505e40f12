package dari.matching.cli;

import dari.matching.evaluation.Judgements;
import java.io.IOException;
import java.nio.file.Path;

/** Reads judgements: query-id, corpus-id and a whole number, separated by tabs, below a header line if there is one. */
final class JudgementFile {

    private JudgementFile() {}

    static Judgements read(Path file) throws IOException {
        Judgements judgements = new Judgements();
        JsonFiles.texts(file, (number, line) -> {
            String[] cells = line.split("\t", -1);
            boolean isGraded = cells.length == 3 && cells[2].strip().matches("-?[0-9]{1,4}");
            if (line.isBlank() || (number == 1 && !isGraded)) {
                return; // the header
            }
            if (!isGraded) {
                throw new BadInput(
                        file + ":" + number + ": expected query-id, corpus-id and a whole number, separated by tabs");
            }
            try {
                judgements.add(cells[0], cells[1], Integer.parseInt(cells[2].strip()));
            } catch (IllegalArgumentException e) {
                throw new BadInput(file + ":" + number + ": " + e.getMessage());
            }
        });
        return judgements;
    }
}
