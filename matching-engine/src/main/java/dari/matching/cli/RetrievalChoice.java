package dari.matching.cli;

import dari.matching.dense.Encoder;
import dari.matching.retrieval.Mode;
import dari.matching.retrieval.Retrieval;
import dari.matching.retrieval.Setting;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How offers are found: the options of every command that finds some, so that all of them find the same. */
final class RetrievalChoice {

    @Option(names = "--vocabulary", description = "Concepts that add to the built-in ones.")
    private @Nullable Path ownVocabulary;

    @Option(names = "--elasticsearch", description = "Address of a server to use in place of the embedded index.")
    private @Nullable URI elasticsearch;

    @Mixin
    private ModelChoice model = new ModelChoice();

    /** The built-in vocabulary with the caller's own concepts. */
    Vocabulary vocabulary() throws IOException {
        return VocabularyFiles.vocabulary(ownVocabulary);
    }

    /** Works with an empty index by words, concepts, feedback and, when there is a model, meaning. */
    <T> T with(Vocabulary vocabulary, Engines.Work<T> work) throws IOException {
        return with(vocabulary, Mode.HYBRID, work);
    }

    /** The same by what takes part in the mode. */
    <T> T with(Vocabulary vocabulary, Mode mode, Engines.Work<T> work) throws IOException {
        return with(vocabulary, mode, Setting.DEFAULT, work);
    }

    /** The same with other numbers than everybody uses, for comparison. */
    <T> T with(Vocabulary vocabulary, Mode mode, Setting setting, Engines.Work<T> work) throws IOException {
        try (Encoder encoder = mode == Mode.LEXICAL ? Encoder.none() : model.open()) {
            if (mode == Mode.DENSE && encoder.dimensions() == 0) {
                throw new BadInput("--mode dense: needs a model; leave out --model none");
            }
            return Engines.with(elasticsearch, new Retrieval(vocabulary, encoder, mode, setting), work);
        }
    }
}
