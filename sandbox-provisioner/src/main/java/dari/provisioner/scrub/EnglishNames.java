package dari.provisioner.scrub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of persons in Latin letters: by titles, words that announce a name, degrees, the lists of given and family names and the
 * forms of family names, and by the capitals of words that the note never writes small. A name found once is then found
 * everywhere in the note.
 */
final class EnglishNames {

    private static final Set<String> TITLES =
            WordSet.of("dr drs mr mrs ms miss mister prof professor doctor nurse rn np pa lpn cna sr sister father fr "
                    + "rev reverend pastor rabbi imam sgt officer ofc captain capt detective det judge attorney "
                    + "atty aunt uncle grandma grandpa sir madam dame chaplain coach principal md do pt mx");

    /** Titles that are also words: only with a capital or a full stop of their own, and a name behind. */
    /** Behind their stop a single letter begins the next sentence: off-going RN. R femoral site soft. */
    private static final Set<String> NURSES = WordSet.of("nurse rn np pa lpn cna md do pt");

    private static final Set<String> WEAK_TITLES =
            WordSet.of("nurse rn np pa lpn cna sister father officer judge principal coach md do pt sr lt doctor fr "
                    + "miss det sir professor detective attorney chaplain captain pastor");

    private static final int LONGEST_GAP = 3;

    private final Lexicon lexicon;

    EnglishNames(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    void claim(Claims claims, List<Token> tokens) {
        new Reading(claims, tokens.stream().filter(t -> !t.hangul()).toList()).read();
    }

    /** What one note says of its persons. */
    private final class Reading {
        private final Claims claims;
        private final String text;
        private final EnglishWords words;
        private final List<Token> tokens;
        private final EnglishNameRuns runs;
        private final EnglishNameEvidence evidence;
        private final Map<String, String> known = new HashMap<>();

        Reading(Claims claims, List<Token> tokens) {
            this.claims = claims;
            this.text = claims.text();
            this.tokens = tokens;
            words = new EnglishWords(lexicon, text, tokens);
            runs = new EnglishNameRuns(lexicon, words, claims, TITLES);
            evidence = new EnglishNameEvidence(lexicon, words);
        }

        void read() {
            if (claims.has(Mark.NICKNAME)) {
                PersonMarks.NICKNAME.in(
                        claims, nick -> claims.claim(nick.start("n"), nick.end("n"), IdentifierType.NAME));
            }
            for (int i = 0; i < tokens.size(); i++) {
                if (!claims.isTaken(tokens.get(i).start())) {
                    i = Math.max(i, name(i));
                }
            }
            repeated();
            initials();
        }

        private void initials() {
            for (Token token : tokens) {
                if (token.text().length() >= SHORTEST_SPELLED
                        && token.text().charAt(1) == '-'
                        && Window.at(PersonMarks.SPELLED, text, token.start()).lookingAt()) {
                    claims.claim(token.start(), token.end(), IdentifierType.NAME);
                } else if (token.text().length() <= 4 && token.word().isShouted() && mayBeInitials(token)) {
                    Matcher initials = Window.at(PersonMarks.INITIALS, text, token.start());
                    if (initials.lookingAt()) {
                        claims.claim(initials.start(), initials.end(), IdentifierType.NAME);
                    }
                }
            }
        }

        /** Whether a stop and a capital or a stroke and a title stand behind, or a dash, stroke or line's end before. */
        private boolean mayBeInitials(Token token) {
            int behind = token.end() + 1;
            if (behind < text.length()
                    && (text.charAt(token.end()) == '.'
                            ? token.text().length() == 1 && Character.isUpperCase(text.charAt(behind))
                            : text.charAt(token.end()) == '/' && PersonMarks.SIGNER_STARTS.has(text, behind))) {
                return true;
            }
            int before = token.start() - 1;
            if (before >= 0 && text.charAt(before) == '\n') {
                return PersonMarks.isTitleBehind(text, token.end());
            }
            before -= before >= 0 && Character.isWhitespace(text.charAt(before)) ? 1 : 0;
            return before >= 0 && "-–~/".indexOf(text.charAt(before)) >= 0;
        }

        /** Tries a name here; answers the index of its last token, or of the place where none begins. */
        private int name(int i) {
            if (isTitle(i)) {
                int last = runs.end(i + 1, true);
                return last > i ? take(i + 1, Math.max(last, runs.lastFirst(i + 1, last, false))) : i;
            }
            if (!words.isWhispering() && !canBegin(i)) {
                return i;
            }
            boolean field = NameCues.isField(text, tokens, i);
            boolean by = !field && NameCues.announces(text, tokens, i);
            if (words.isWhispering() && (field || by) && !words.isCapital(i)) {
                return whispered(i);
            }
            if (!canBegin(i)) {
                return i;
            }
            int last = runs.end(i, false);
            if (last < i) {
                return i;
            }
            if (field || by) {
                last = withWord(i, last);
            }
            int lastFirst = runs.lastFirst(i, last, field || by);
            if (lastFirst > 0) {
                return take(i, lastFirst);
            }
            boolean titled = PersonMarks.isTitleBehind(text, tokens.get(last).end());
            if (field || titled || (by && evidence.isLikely(i, last, false))) {
                return evidence.isPlausible(i, last) ? take(i, last) : i;
            }
            if (evidence.isLikely(i, last, true)) {
                return take(i, last);
            }
            if (last == i && evidence.speaks(i)) {
                return take(i, i);
            }
            if (last > i && evidence.allUnknown(i, last)) {
                if (PersonMarks.PERSON_AFTER.matcher(words.after(last)).find() || evidence.isIsolated(i, last)) {
                    return take(i, last);
                }
                claims.doubt();
                return last;
            }
            return i;
        }

        /** In a note without capitals, behind a word that announces a name: {@code son, basil thistlewood}. */
        private int whispered(int i) {
            if (!isWhisperedName(i) || !words.isUnknown(i)) {
                return i;
            }
            boolean pair = i + 1 < words.size() && words.isJoined(i, i + 1) && isWhisperedName(i + 1);
            return pair || words.isListed(i) ? take(i, pair ? i + 1 : i) : i;
        }

        private boolean isWhisperedName(int i) {
            return words.lower(i).length() > 2
                    && (words.isListed(i)
                            || NameShapes.isFamily(words.lower(i))
                            || !lexicon.isOrdinary(words.lower(i)));
        }

        /** {@code Will Hand}: a family name that is a word, behind a given name where a name is announced. */
        private int withWord(int i, int last) {
            int next = last + 1;
            boolean family = last == i
                    && lexicon.isGiven(words.lower(i))
                    && next < words.size()
                    && words.isJoined(last, next)
                    && words.isCapital(next)
                    && words.word(next).length() > 2
                    && !EnglishWords.isShouted(words.word(next))
                    && !TITLES.contains(words.lower(next))
                    && !claims.isTaken(tokens.get(next).start());
            return family ? next : last;
        }

        private boolean isTitle(int i) {
            if (i + 1 >= tokens.size() || !tokens.get(i).word().is(Word.TITLE, word -> TITLES.contains(word.bare()))) {
                return false;
            }
            String lower = words.lower(i);
            Token token = tokens.get(i);
            Token next = tokens.get(i + 1);
            String gap = text.substring(token.end(), next.start());
            if (gap.length() > LONGEST_GAP
                    || !(gap.isBlank()
                            || (gap.startsWith(".") && gap.substring(1).isBlank()))
                    || (lower.equals("mr") && EnglishWords.isShouted(token.text()) && words.isShoutedShort(i + 1))) {
                return false;
            }
            if (WEAK_TITLES.contains(lower) && !gap.startsWith(".")) {
                return (words.isCapital(i + 1) || EnglishNameRuns.PARTICLES.contains(words.lower(i + 1)))
                        && !gap.isEmpty()
                        && !lexicon.isOrdinary(words.lower(i + 1))
                        && (words.isListed(i + 1)
                                || RomanisedKorean.isGiven(words.lower(i + 1))
                                || (words.isUnknown(i + 1) && lower.length() > 3)
                                || EnglishNameRuns.PARTICLES.contains(words.lower(i + 1)));
            }
            boolean sentence = gap.startsWith(".")
                    && NURSES.contains(lower)
                    && words.word(i + 1).length() == 1;
            return !sentence && (!gap.isEmpty() || token.text().equals("Dr"));
        }

        /** A capital that is no ordinary word. */
        private boolean canBegin(int i) {
            if (!words.isCapital(i)) {
                return EnglishNameRuns.PARTICLES.contains(words.word(i))
                        && i + 1 < words.size()
                        && words.isJoined(i, i + 1)
                        && (NameCues.isField(text, tokens, i) || NameCues.announces(text, tokens, i));
            }
            return words.word(i).length() == 1 ? words.isFollowedByStop(i) : !words.isOrdinary(i) || words.isListed(i);
        }

        private int take(int first, int last) {
            int start = tokens.get(first).start();
            Token end = tokens.get(last);
            int stop = end.text().endsWith("'s") ? end.end() - 2 : end.end();
            if (end.text().length() == 1 && stop < text.length() && text.charAt(stop) == '.') {
                stop++;
            }
            String key =
                    Lexicon.lower(NO_LETTER.matcher(text.substring(start, stop)).replaceAll(""));
            if (claims.claim(new Finding(start, stop, IdentifierType.NAME, key))) {
                for (int k = first; k <= last; k++) {
                    String lower = words.lower(k);
                    if (lower.length() > 2
                            && (!lexicon.isOrdinary(lower) || (lexicon.isAmbiguousName(lower) && k == last))) {
                        known.merge(lower, key, (a, b) -> a.length() >= b.length() ? a : b);
                    }
                }
            }
            return last;
        }

        /** The parts of names found anywhere, wherever else they stand with a capital. */
        private void repeated() {
            for (int i = 0; i < tokens.size() && !known.isEmpty(); i++) {
                Token token = tokens.get(i);
                String key = known.get(words.lower(i));
                if (key == null || claims.isTaken(token.start()) || !(words.isCapital(i) || words.isWhispering())) {
                    continue;
                }
                String after = words.after(i);
                boolean person = PersonMarks.PERSON_AFTER.matcher(after).find()
                        && !PersonMarks.DISEASE_AFTER.matcher(after).find();
                if (!person && isWordHere(i, after)) {
                    continue;
                }
                int end = token.text().endsWith("'s") ? token.end() - 2 : token.end();
                claims.claim(new Finding(token.start(), end, IdentifierType.NAME, key));
            }
        }

        private boolean isWordHere(int i, String after) {
            String lower = words.lower(i);
            boolean small = !words.isWhispering() && words.isSmallElsewhere(lower);
            return small
                    || (lexicon.isAmbiguous(lower)
                            && (PersonMarks.DISEASE_AFTER.matcher(after).find()
                                    || (words.startsSentence(i) && !lexicon.isEponym(lower))
                                    || (lexicon.isPlace(lower) && lexicon.isEponym(lower))));
        }
    }

    /** Four letters with hyphens between them. */
    private static final int SHORTEST_SPELLED = 7;

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}' -]");
}
