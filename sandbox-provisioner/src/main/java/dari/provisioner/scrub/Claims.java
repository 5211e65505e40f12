package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What of one note is taken by findings, first come first served, and what was doubtful. Not thread-safe. */
final class Claims {

    private final FoldedText folded;
    private final String text;
    private final Fractions fractions;
    private final char[] pairs;
    private final DigitRuns numbers;
    private final Set<Mark> marks;
    private final BitSet taken;
    private final BitSet unsure = new BitSet();
    private final BitSet weak = new BitSet();
    private final List<Finding> findings = new ArrayList<>();
    private int undecided;

    Claims(FoldedText folded) {
        this.folded = folded;
        this.text = folded.text();
        this.fractions = new Fractions(text);
        this.pairs = LetterPairs.in(text);
        this.numbers = DigitRuns.of(text);
        this.marks = Mark.of(text, pairs);
        this.taken = new BitSet(text.length());
    }

    String text() {
        return text;
    }

    /** As {@link FoldedText#hasOtherLetters}. */
    boolean hasOtherLetters() {
        return folded.hasOtherLetters();
    }

    /** As {@link LetterPairs#in} has them of the text; nobody changes them. */
    char[] pairs() {
        return pairs;
    }

    DigitRuns numbers() {
        return numbers;
    }

    /** Whether the text has one of a mark's words. */
    boolean has(Mark mark) {
        return marks.contains(mark);
    }

    Fractions fractions() {
        return fractions;
    }

    /** Takes a part of the text, unless some of it is taken. */
    boolean claim(Finding finding) {
        if (finding.length() <= 0 || !isFree(finding.start(), finding.end())) {
            return false;
        }
        taken.set(finding.start(), finding.end());
        findings.add(finding);
        return true;
    }

    boolean claim(int start, int end, IdentifierType type) {
        return start < end && claim(new Finding(start, end, type, text.substring(start, end)));
    }

    /** Gives back what was taken. */
    void dropIf(Predicate<Finding> wrong) {
        findings.removeIf(found -> {
            boolean drop = wrong.test(found);
            if (drop) {
                taken.clear(found.start(), found.end());
            }
            return drop;
        });
    }

    /** Puts wider findings in the place of some, as far as what they take in is free. */
    void widen(UnaryOperator<Finding> wider) {
        findings.replaceAll(found -> {
            Finding wide = wider.apply(found);
            if (!isFree(wide.start(), found.start()) || !isFree(found.end(), wide.end())) {
                return found;
            }
            taken.set(wide.start(), wide.end());
            return wide;
        });
    }

    boolean isFree(int start, int end) {
        int first = taken.nextSetBit(start);
        return first < 0 || first >= end;
    }

    boolean isTaken(int at) {
        return taken.get(at);
    }

    boolean isOrganisation(int at) {
        return is(IdentifierType.ORGANIZATION, at);
    }

    boolean isName(int at) {
        return is(IdentifierType.NAME, at);
    }

    boolean isAddress(int at) {
        return is(IdentifierType.ADDRESS, at);
    }

    private boolean is(IdentifierType type, int at) {
        if (!taken.get(at)) {
            return false;
        }
        for (Finding found : findings) {
            if (found.type() == type && found.start() <= at && at < found.end()) {
                return true;
            }
        }
        return false;
    }

    /** What was found here says little by itself: somebody else may give it back. */
    void unsure(int at) {
        unsure.set(at);
    }

    boolean isUnsure(Finding finding) {
        int first = unsure.nextSetBit(finding.start());
        return first >= 0 && first < finding.end();
    }

    /** What was found here says enough beside other identifiers, and too little without one. */
    void weak(int at) {
        weak.set(at);
    }

    /** Whether a finding would stand if no other did. */
    boolean standsAlone(Finding finding) {
        int first = weak.nextSetBit(finding.start());
        return !isUnsure(finding) && (first < 0 || first >= finding.end());
    }

    /** Something that may be an identifier and stays as it is; the steward is told how often. */
    void doubt() {
        undecided++;
    }

    int undecided() {
        return undecided;
    }

    /** In folded offsets, in the order they were claimed. */
    List<Finding> findings() {
        return findings;
    }

    /** In the order of the text, with offsets of the input. */
    List<Finding> inInput() {
        return findings.stream()
                .sorted(Comparator.comparingInt(Finding::start))
                .map(f -> new Finding(
                        folded.inputStart(f.start()), folded.inputEnd(f.end()), f.type(), f.key(), f.date()))
                .toList();
    }
}
