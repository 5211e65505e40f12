package dari.matching.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * One call of the command line and what came of it.
 *
 * @param code the exit code
 */
record CommandLineRun(int code, String out, String err) {

    /** @param words a word that begins with @ names a file in the folder */
    static CommandLineRun in(Path folder, List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                words.stream()
                        .map(word -> word.startsWith("@")
                                ? folder.resolve(word.substring(1)).toString()
                                : word)
                        .toArray(String[]::new),
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)));
        return new CommandLineRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static CommandLineRun in(Path folder, String line) {
        return in(folder, List.of(line.split(" ")));
    }
}
