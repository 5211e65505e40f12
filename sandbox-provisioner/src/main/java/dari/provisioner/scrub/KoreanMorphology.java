package dari.provisioner.scrub;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.AttributeFactory;

/**
 * What nori's dictionary makes of one word between spaces. Analysing costs a hundred times what remembering does, and the
 * words of notes repeat, so verdicts are kept up to a bound. Not thread-safe.
 */
final class KoreanMorphology {

    private final KoreanTokenizer tokenizer = new KoreanTokenizer(
            AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY, null, KoreanTokenizer.DecompoundMode.NONE, false, true);
    private final CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
    private final PartOfSpeechAttribute speech = tokenizer.addAttribute(PartOfSpeechAttribute.class);

    private final WordMemory<Verdict> known = new WordMemory<>(Verdict[]::new, WordMemory.BYTES_OF_THREAD / 8);

    /**
     * @param proper length of the proper noun the word begins with, 0 if it begins otherwise
     * @param noun length of the common nouns, of two syllables or more each, it begins with
     * @param fragments whether it fell into single syllables, as names that no dictionary knows do
     * @param stem length of what stands before particles and endings
     * @param first length of its first piece
     * @param verbal whether a verb or adjective is in it, as in 원하여
     * @param unknown whether the dictionary has no word for its beginning
     */
    record Verdict(int proper, int noun, boolean fragments, int stem, int first, boolean verbal, boolean unknown)
            implements WordMemory.Held {
        private static final int BYTES = 40;

        @Override
        public int bytes() {
            return BYTES;
        }
    }

    Verdict of(String word) {
        long hash = WordMemory.hash(word, 0, word.length());
        Verdict verdict = known.get(hash);
        if (verdict == null) {
            verdict = analysed(word);
            known.put(hash, verdict);
        }
        return verdict;
    }

    private Verdict analysed(String word) {
        int proper = 0;
        int noun = 0;
        int stem = 0;
        int singles = 0;
        boolean inStem = true;
        boolean verbal = false;
        int begin = 0;
        boolean unknown = false;
        try {
            tokenizer.setReader(new StringReader(word));
            tokenizer.reset();
            boolean first = true;
            while (tokenizer.incrementToken()) {
                int length = term.length();
                POS.Tag tag = speech.getLeftPOS();
                boolean isProper = tag == POS.Tag.NNP;
                boolean isNoun = tag == POS.Tag.NNG
                        || tag == POS.Tag.XR
                        || tag == POS.Tag.VA
                        || tag == POS.Tag.VV
                        || tag == POS.Tag.MAG
                        || tag == POS.Tag.NP
                        || tag == POS.Tag.NNB
                        || tag == POS.Tag.NR
                        || tag == POS.Tag.MM;
                if (first && isProper) {
                    proper = length;
                }
                begin = first ? length : begin;
                unknown |= first && tag == POS.Tag.UNKNOWN;
                verbal |= inStem && isVerbal(tag);
                if (inStem && isNoun && length > 1 && noun == stem) {
                    noun += length;
                }
                boolean content = isProper
                        || isNoun
                        || tag == POS.Tag.UNKNOWN
                        || tag == POS.Tag.XPN
                        || tag == POS.Tag.SH
                        || tag == POS.Tag.IC;
                if (inStem && content) {
                    stem += length;
                    singles += length == 1 ? 1 : 0;
                } else {
                    inStem = false;
                }
                first = false;
            }
            tokenizer.end();
            tokenizer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a reader of a string does not fail
        }
        return new Verdict(proper, noun, singles >= 2, stem, begin, verbal, unknown);
    }

    private static boolean isVerbal(POS.Tag tag) {
        return tag == POS.Tag.VV
                || tag == POS.Tag.VA
                || tag == POS.Tag.VX
                || tag == POS.Tag.VCN
                || tag == POS.Tag.XSV
                || tag == POS.Tag.XSA;
    }
}
