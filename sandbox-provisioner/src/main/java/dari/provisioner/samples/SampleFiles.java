package dari.provisioner.samples;

import dari.provisioner.BadInput;
import dari.provisioner.SurroundingsFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Writes made-up tables as CSV files into a new folder. */
public final class SampleFiles {

    private static final Pattern FILE_NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]{0,99}");

    private SampleFiles() {}

    /**
     * @throws BadInput when a table's name cannot be a file's, or the folder is there already
     * @throws SurroundingsFailed when it cannot be written; what was written is left out of sight
     */
    public static void write(List<SampleTable> tables, Path folder) {
        for (SampleTable table : tables) {
            if (!FILE_NAME.matcher(table.name()).matches()) {
                throw new BadInput("tables", "a table's name cannot be a file's name", "correct the profile");
            }
        }
        if (Files.exists(folder)) {
            throw new BadInput(folder.toString(), "exists already", "name a new folder");
        }
        Path target = folder.toAbsolutePath();
        Path hidden = target.resolveSibling("." + target.getFileName() + ".making");
        try {
            Files.createDirectories(hidden);
            for (SampleTable table : tables) {
                Files.writeString(hidden.resolve(table.name() + ".csv"), table.csv(), StandardCharsets.UTF_8);
            }
            Files.move(hidden, target);
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot write " + folder, e);
        }
    }
}
