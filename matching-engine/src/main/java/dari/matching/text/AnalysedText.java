package dari.matching.text;

import java.util.BitSet;
import java.util.List;

/**
 * A text after its analysis.
 *
 * @param letters the text in the form that was analysed
 * @param words stems and Korean words, without particles and stop words
 * @param starts where words start that can begin a name
 * @param ends where words end that can end a name
 */
record AnalysedText(String letters, List<String> words, BitSet starts, BitSet ends) {

    boolean startsWord(int at) {
        return starts.get(at);
    }

    boolean endsWord(int at) {
        return ends.get(at);
    }
}
