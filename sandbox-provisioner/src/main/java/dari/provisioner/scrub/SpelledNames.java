package dari.provisioner.scrub;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Persons in single letters: initials with stops (K.O.), and names letter by letter (B O U D R E A U X). Immutable. */
final class SpelledNames {

    /** How letters with stops begin that shorten something else, without the stops. */
    private static final List<String> SHORTENED = List.of(
            ("AD AM BC BI BP BS CC CP CT CV DC DD DO EG ER EU FA GA GI GP HE HR ID IM IQ IV LA LL MD MR MS NB NC NE NH NI NJ NM NP NS NW NY OP OR OT "
                            + "PE PHD PI PM PO PR PS QD QI RI RN SC SE SL SO SW TB TI TRU TV UK UN US VA VS WH WV XR")
                    .split(" "));

    private static final Pattern INITIALS =
            Pattern.compile("(?<![\\p{L}0-9.'/-])[A-Z]\\.(?:[A-Z]\\.){1,2}(?![\\p{L}0-9-])");

    private static final Pattern LETTERS =
            Pattern.compile("(?:[A-Z](?: [A-Z]){3,14}|[a-z](?: [a-z]){3,14})(?![A-Za-z'-])");

    private static final StartedForm ANNOUNCED = StartedForm.ofAnyCase(
            "(?:(?i:\\binit(?:ial)?s?)|이니셜)(?:은|:| is)?\\s?:?\\s?(?<i>[A-Z](?:[.\\- ]?[A-Z]){1,3}\\b\\.?)", "in 이니");

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";

    private final Lexicon lexicon;

    SpelledNames(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    void claim(Claims claims, List<Token> tokens) {
        String text = claims.text();
        if (claims.has(Mark.INITIALS)) {
            ANNOUNCED.in(claims, found -> claims.claim(found.start("i"), found.end("i"), IdentifierType.NAME));
        }
        for (int i = 1; i < tokens.size(); i++) {
            int at = tokens.get(i - 1).start();
            if (tokens.get(i).start() != at + 2
                    || tokens.get(i).end() != at + 3
                    || tokens.get(i).hangul()
                    || tokens.get(i - 1).hangul()
                    || at + 3 == text.length()
                    || text.charAt(at + 1) != text.charAt(at + 3)
                    || (at > 0 && "-'".indexOf(text.charAt(at - 1)) >= 0)) {
                continue;
            }
            if (text.charAt(at + 1) == '.') {
                initials(claims, at);
            } else if (text.charAt(at + 1) == ' ') {
                letters(claims, at);
            }
        }
    }

    private static void initials(Claims claims, int at) {
        Matcher initials = Window.at(INITIALS, claims.text(), at);
        if (initials.lookingAt()) {
            String letters = initials.group().replace(".", "");
            if (SHORTENED.stream().noneMatch(letters::startsWith)) {
                claims.claim(initials.start(), initials.end(), IdentifierType.NAME);
            }
        }
    }

    private void letters(Claims claims, int at) {
        Matcher spelled = Window.at(LETTERS, claims.text(), at);
        if (spelled.lookingAt()) {
            String word = Lexicon.lower(spelled.group().replace(" ", ""));
            if (!lexicon.isOrdinary(word) && !ALPHABET.contains(word)) {
                claims.claim(spelled.start(), spelled.end(), IdentifierType.NAME);
            }
        }
    }
}
