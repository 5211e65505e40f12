package dari.provisioner.scrub;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Initials that stand for whoever wrote a note, at its end: a last line {@code jhb}, {@code - TW}, {@code TMC/dk}. */
final class Signatures {

    private static final int LONGEST = 24;

    /** Who dictated and who typed, or either, behind a line, dash or sentence. */
    private static final Pattern FORM = Pattern.compile(
            "(?<![A-Za-z0-9])(?<i>[A-Z]{2,4}[/:][a-z]{2,3})\\s*$|(?:\\n|[-\u2013\u2014]\\s?)\\s*(?<j>[A-Z]{2,4}|[a-z]{2,3})\\s*$|[.!?]\\s{1,3}(?<k>[a-z]{2,3})\\s*$");

    /** Ends of notes that no list of words has. */
    private static final Set<String> ENDS = WordSet.of(
            "tid qd hs po im sl pr ok eod eof eom end ros rr bmp ua ftd fu ot slt sw hcp bd od tds om on qds mg ml kg cm mm hg fr icu ccu er ed or pacu snf opd dama");

    private final Lexicon lexicon;
    private final LatinWords lists;

    Signatures(Lexicon lexicon, LatinWords lists) {
        this.lexicon = lexicon;
        this.lists = lists;
    }

    void claim(Claims claims) {
        String text = claims.text();
        int from = Math.max(0, text.length() - LONGEST);
        Matcher found = FORM.matcher(text).region(from, text.length()).useTransparentBounds(true);
        if (!found.find() || text.indexOf('\n') < 0) {
            return;
        }
        String both = found.group("i");
        if (both != null) {
            claims.claim(found.start("i"), found.end("i"), IdentifierType.NAME);
            return;
        }
        String group = found.group("j") == null ? "k" : "j";
        String lower = Lexicon.lower(found.group(group));
        boolean known = ENDS.contains(lower) || lexicon.isOrdinary(lower) || (lists.of(lower) & LatinWords.WORD) != 0;
        if (!known) {
            claims.claim(found.start(group), found.end(group), IdentifierType.NAME);
        }
    }
}
