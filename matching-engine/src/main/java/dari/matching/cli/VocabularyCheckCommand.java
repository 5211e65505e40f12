package dari.matching.cli;

import dari.matching.vocabulary.Concept;
import dari.matching.vocabulary.Vocabulary;
import dari.matching.vocabulary.VocabularyCheck;
import dari.matching.vocabulary.VocabularyFile;
import dari.matching.vocabulary.VocabularyProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Lists all that is wrong in vocabulary files, or counts their concepts by kind.",
        mixinStandardHelpOptions = true)
final class VocabularyCheckCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "Files that refer to each other. None: the built-in ones.")
    private List<Path> paths = List.of();

    @Option(names = "--with-built-in", description = "The files add to the built-in ones, as --vocabulary takes them.")
    private boolean withBuiltIn;

    VocabularyCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<VocabularyFile> files = paths.isEmpty() ? Vocabulary.builtInFiles() : VocabularyFiles.read(paths);
        VocabularyCheck check = withBuiltIn && !paths.isEmpty()
                ? VocabularyCheck.extending(Vocabulary.builtInFiles(), files)
                : VocabularyCheck.of(files);
        List<VocabularyProblem> problems = check.problems();
        if (problems.isEmpty()) {
            count(check.concepts());
            return ExitCode.DONE.number();
        }
        problems.forEach(console.err()::println);
        return ExitCode.BAD_INPUT.number();
    }

    private void count(List<Concept> concepts) {
        Map<String, Long> byKind =
                concepts.stream().collect(Collectors.groupingBy(Concept::kind, TreeMap::new, Collectors.counting()));
        byKind.forEach((kind, number) -> console.out().println(kind + "\t" + number));
        console.out().println("all\t" + concepts.size());
    }
}
