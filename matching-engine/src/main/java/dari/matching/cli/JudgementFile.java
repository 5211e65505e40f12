package dari.matching.cli;

import dari.matching.evaluation.Judgements;
import java.io.IOException;
import java.nio.file.Path;

/** Reads judgements: query-id, corpus-id and a whole number, separated by tabs, below a header line. */
final class JudgementFile {

    private JudgementFile() {}

    static Judgements read(Path file) throws IOException {
        Judgements judgements = new Judgements();
        JsonFiles.texts(file, (number, line) -> {
            if (number == 1 || line.isBlank()) {
                return; // the header
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 3 || !cells[2].strip().matches("-?[0-9]{1,4}")) {
                throw new BadInput(
                        file + ":" + number + ": expected query-id, corpus-id and a whole number, separated by tabs");
            }
            judgements.add(cells[0], cells[1], Integer.parseInt(cells[2].strip()));
        });
        return judgements;
    }
}
