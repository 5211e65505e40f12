package dari.matching.text;

import dari.matching.vocabulary.Vocabulary;
import org.apache.lucene.analysis.ko.dict.UserDictionary;

/**
 * What the names of a vocabulary are made into. It takes half a second, so that those of the built-in vocabulary are made
 * once. Immutable.
 */
record KnownNames(UserDictionary dictionary, ConceptSpotter spotter) {

    static KnownNames of(Vocabulary vocabulary) {
        return vocabulary == Vocabulary.builtIn() ? BuiltIn.NAMES : made(vocabulary);
    }

    private static KnownNames made(Vocabulary vocabulary) {
        KoreanDictionary dictionary = new KoreanDictionary(vocabulary);
        return new KnownNames(dictionary.forNori(), new ConceptSpotter(vocabulary, dictionary));
    }

    /** Made when they are first asked for. */
    private static final class BuiltIn {

        private static final KnownNames NAMES = made(Vocabulary.builtIn());
    }
}
