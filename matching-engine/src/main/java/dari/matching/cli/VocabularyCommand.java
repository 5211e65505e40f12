package dari.matching.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "vocabulary",
        description = "Checks files of concepts, and makes them from published classifications.",
        mixinStandardHelpOptions = true)
final class VocabularyCommand implements Runnable {

    private VocabularyCommand() {}

    static CommandLine with(Console console) {
        return new CommandLine(new VocabularyCommand())
                .addSubcommand(new VocabularyCheckCommand(console))
                .addSubcommand(new VocabularyImportCommand(console));
    }

    @Override
    public void run() {
        throw new BadInput("vocabulary: say what to do, check or import; see --help");
    }
}
