package dari.provisioner.scrub;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of persons in Hangul: full ones by points ({@link KoreanNameEvidence}), then surnames before titles, given names and
 * names of foreigners. A name found once is then found everywhere in the note. Not thread-safe.
 */
final class KoreanNames {

    private final Lexicon lexicon;
    private final KoreanGrammar grammar;
    private final KoreanMorphology morphology;
    private final KoreanNameEvidence evidence;
    private final KoreanSurnames surnames;
    private final KoreanGivenNames givenNames;
    private final ForeignNames foreign;

    KoreanNames(Lexicon lexicon, KoreanGrammar grammar, KoreanMorphology morphology) {
        this.lexicon = lexicon;
        this.grammar = grammar;
        this.morphology = morphology;
        evidence = new KoreanNameEvidence(grammar, morphology);
        surnames = new KoreanSurnames(grammar, morphology);
        givenNames = new KoreanGivenNames(grammar, morphology);
        foreign = new ForeignNames(grammar, morphology);
    }

    void claim(Claims claims, List<Token> tokens) {
        MaskedNames.claim(claims, grammar);
        ForeignNames.claimJapanese(claims, tokens);
        new Reading(claims, tokens).read();
    }

    /** What one note says of its persons. */
    private final class Reading {
        private final Claims claims;
        private final String text;
        private final List<Token> tokens;
        private final KoreanContext context;
        private final Set<String> fullNames = new HashSet<>();
        private final Map<String, String> byGiven = new HashMap<>();
        private final Set<Integer> doubtful = new HashSet<>();

        Reading(Claims claims, List<Token> tokens) {
            this.claims = claims;
            this.text = claims.text();
            this.tokens = tokens;
            context = new KoreanContext(lexicon, grammar, claims, tokens);
        }

        void read() {
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (token.hangul() && !claims.isTaken(token.start())) {
                    name(i, token);
                }
            }
            repeated();
            doubtful.stream().filter(at -> !claims.isTaken(at)).forEach(at -> claims.doubt());
        }

        private void name(int i, Token token) {
            String word = token.text();
            KoreanContext.Cue cue = context.before(i);
            if (cue.points() >= KoreanContext.Cue.FORM.points() && spacedOut(i)) {
                return;
            }
            boolean pet = cue == KoreanContext.Cue.KIN
                    && word.length() > 2
                    && word.charAt(2) == '이'
                    && grammar.isGiven(word.substring(0, 2));
            int full = pet ? 0 : fullName(i, word, cue);
            if (full > 0) {
                take(token, 0, full);
                return;
            }
            int surname = surnames.at(tokens, i, context);
            if (surname > 0) {
                claims.claim(token.start(), token.start() + surname, IdentifierType.NAME);
                return;
            }
            int given = givenNames.at(text, tokens, i, cue);
            if (given > 0) {
                claims.claim(token.start(), token.start() + given, IdentifierType.NAME);
                byGiven.putIfAbsent(word.substring(0, given), word.substring(0, given));
                return;
            }
            int end = foreign.endAt(text, tokens, i, cue, () -> context.after(i, "") > 0);
            if (end > token.start()) {
                claims.claim(token.start(), end, IdentifierType.NAME);
                fullNames.add(text.substring(token.start(), Math.min(end, token.end())));
                return;
            }
            int role = context.roleLength(word);
            if (role > 0) {
                int length = fullName(i, word.substring(role), KoreanContext.Cue.ROLE);
                if (length > 2) {
                    take(token, role, role + length);
                }
            }
        }

        private void take(Token token, int from, int to) {
            String full = token.text().substring(from, to);
            claims.claim(token.start() + from, token.start() + to, IdentifierType.NAME);
            fullNames.add(full);
            byGiven.put(full.substring(grammar.surname(full)), full);
        }

        /** Length of the full name a word begins with; 0 if it does not. */
        private int fullName(int i, String word, KoreanContext.Cue cue) {
            int best = 0;
            int most = KoreanNameEvidence.DOUBTFUL - 1;
            for (int surname = Math.min(2, word.length() - 1); surname > 0; surname--) {
                if (!grammar.isSurname(word, surname)) {
                    continue;
                }
                int longest = Math.min(word.length(), surname + (surname == 1 && cue.points() > 2 ? 3 : 2));
                for (int length = longest; length > surname; length--) {
                    String tail = word.substring(length);
                    int points = evidence.points(word, surname, length, cue, () -> context.after(i, tail));
                    if (points > most || (points == most && endsByDictionary(word, length))) {
                        best = length;
                        most = points;
                    }
                }
            }
            if (best > 0 && most < KoreanNameEvidence.ENOUGH) {
                doubtful.add(tokens.get(i).start());
                return 0;
            }
            return best;
        }

        /** 허준이: the dictionary knows where the name ends. */
        private boolean endsByDictionary(String word, int length) {
            return KoreanGrammar.isBare(word.substring(length))
                    && morphology.of(word).proper() == length;
        }

        /** 성명: 김 민 수. */
        private boolean spacedOut(int i) {
            Token token = tokens.get(i);
            if (token.text().length() > 2
                    || !grammar.isSurname(token.text(), token.text().length())) {
                return false;
            }
            int end = token.end();
            int syllables = 0;
            for (int k = i + 1; k < tokens.size() && syllables < 2; k++) {
                Token next = tokens.get(k);
                if (!next.hangul()
                        || next.text().length() + syllables > 2
                        || !text.substring(end, next.start()).isBlank()
                        || next.start() - end > 3
                        || text.substring(end, next.start()).contains("\n")) {
                    break;
                }
                end = next.end();
                syllables += next.text().length();
            }
            return syllables == 2
                    && claims.claim(new Finding(
                            token.start(),
                            end,
                            IdentifierType.NAME,
                            text.substring(token.start(), end).replaceAll("\\s", "")));
        }

        /** Every other place of the names that were found, and of their given names. */
        private void repeated() {
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (!token.hangul() || claims.isTaken(token.start())) {
                    continue;
                }
                String full = known(token.text());
                if (full != null) {
                    claims.claim(new Finding(token.start(), token.start() + full.length(), IdentifierType.NAME, full));
                    continue;
                }
                for (Map.Entry<String, String> entry : byGiven.entrySet()) {
                    String given = entry.getKey();
                    if (given.length() >= 2
                            && token.text().startsWith(given)
                            && givenNames.isAddressed(text, tokens, i, given)) {
                        claims.claim(new Finding(
                                token.start(), token.start() + given.length(), IdentifierType.NAME, entry.getValue()));
                        break;
                    }
                }
            }
        }

        private @Nullable String known(String word) {
            for (String full : fullNames) {
                if (word.startsWith(full)
                        && (full.length() > 2
                                || KoreanGrammar.isBare(word.substring(full.length()))
                                || grammar.isTitled(word.substring(full.length())))) {
                    return full;
                }
            }
            return null;
        }
    }
}
