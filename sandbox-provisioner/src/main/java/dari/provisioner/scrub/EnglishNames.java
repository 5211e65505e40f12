package dari.provisioner.scrub;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of persons in Latin letters: by titles, words that announce a name, degrees, the lists of given and family names,
 * and by the capitals of words that the note never writes small. A name found once is then found everywhere in the note.
 */
final class EnglishNames {

    private static final Set<String> PARTICLES =
            WordSet.of("van von der den de del della di da dos la le bin ibn al el ter ten");

    private static final Set<String> TITLES =
            WordSet.of("dr drs mr mrs ms miss mister prof professor doctor nurse rn np pa lpn cna sr sister father fr "
                    + "rev reverend pastor rabbi imam sgt officer ofc captain capt detective det judge attorney "
                    + "atty aunt uncle grandma grandpa sir madam dame chaplain coach principal md do pt mx");

    /** Titles that are also words: only with a capital or a full stop of their own, and a name behind. */
    private static final Set<String> WEAK_TITLES =
            WordSet.of("nurse rn np pa lpn cna sister father officer judge principal coach md do pt sr lt doctor fr "
                    + "miss det sir professor detective attorney chaplain captain pastor");

    private static final Pattern DEGREE = Pattern.compile(
            "^,?\\s{1,2}(?:(?:MD|M\\.\\s?D\\.|DO|D\\.O\\.|RN|BSN|MSN|NP|APRN|ARNP|FNP(?:-C|-BC)?|CRNP|CNM|PA|PA-C|PhD|Ph\\.D\\.|PsyD|LCSW|LICSW|MSW|LMFT|LPC|DPT|PT|OTR(?:/L)?|OT|SLP|CCC-SLP|PharmD|DDS|DMD|DPM|CRNA|LPN|CNA|RD|RDN|RT|RRT|EMT(?:-P)?|MBBS|FACS|FACC|MPH|Esq|Jr|Sr|II|III|IV)\\b\\.?)");

    private static final Pattern PERSON_AFTER = Pattern.compile(
            "^(?:'s\\b|\\s(?:from (?:the |[A-Z])|is an? [0-9]|is a \\b|was (?:seen|born|admitted|brought|transferred|examined|discharged|evaluated|counsel|informed|notified|diagnosed|started|under)|reports?\\b|reported|states?\\b|stated|denies|denied|presents|presented|returns|returned|complains|complained|called|calls\\b|says|said|lives|works|has been|will (?:bring|call|follow|see|return|be)|agrees?\\b|agreed|verbali|asked|asks|feels|came|arrived|underwent|tolerated|refused|requested|takes\\b|wants|prefers|understands|appears|remains|continues|brought|helps|snores|signed|left\\b|went|did well)|\\s?\\((?:[0-9]{1,3}\\s?(?:[MFmf]|y|/)|M\\b|F\\b|DOB|dob|MRN|mrn|date of birth|(?:his|her|the) |wife|husband|son|daughter|mother|father|pt\\b|[0-9]{3}[-) ])|,\\s(?:an?\\s)?[0-9]{1,3}\\s?(?:[MF]\\b|-?\\s?y)|\\s[0-9]{1,3}\\s?(?:y/?o|yo\\b|[MF]\\b))");

    private static final Pattern DISEASE_AFTER = Pattern.compile(
            "(?i)^(?:'s|s')?\\s?(?:-\\s?[A-Z][a-z]+\\s)?(?:(?:'s\\s)?(?:disease|syndromes?|signs?|tests?|maneuver|manoeuvre|score|scale|criteria|classification|stage|grade|lymphoma|catheter|reflex|contracture|cyst|palsy|tumou?r|sarcoma|fracture|hernia|procedure|operation|incision|approach|drain|tube|balloon|clamp|forceps|retractor|stain|lamp|phenomenon|thyroiditis|ophthalmopathy|esophagus|mucosa|nodes?|bodies|body|rods|cells?|chorea|dementia|ulcer|sepsis|solution|lactate|angina|aphasia|encephalopathy|ataxia|atrophy|dystrophy|anomaly|malformation|tetralogy|murmur|pulse|breathing|respirations?|respiration|position|gait|exam|index|staging|system|formula|equation|risk|mask|monitor|ultrasound|probe|needle|wires?|pins?|nail|rods?|plate|frame|splint|brace|bandage|dressing|boot|stocking|hose|shunt|pouch|loop|repair|resection|anastomosis|maze|ring|valve|graft|flap|block|technique|point|triangle|ligament|tendon|canal|duct|gland|angle|space|line|lines|spots?|patch(?:es)?|nevus|melanoma|carcinoma|disorder|deformity|malady|anemia|leukemia|purpura|vasculitis|arteritis|granulomatosis|cardiomyopathy|negative|positive|absent|present|[0-9]|neg\\b|pos\\b|i{1,3}v?\\b|type|virus|bacillus|esophagitis|pneumonia|wave|waves|\\(?[+-]\\)|[+-](?=[,.;\\n]|$)))");

    /** Behind a word that no list knows. */
    private static final Pattern SIGN_AFTER = Pattern.compile(
            "(?i)^(?:'s|s')?\\s(?:disease|syndromes?|signs?|tests?|maneuver|score|scale|criteria|classification|staging|catheter|fracture|procedure|approach|technique|drain|tube|stain|questionnaire|index|inventory)\\b");

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    /** Behind a single word that no list knows; what drugs and devices do is not among it. */
    private static final Pattern SPEAKS = Pattern.compile(
            "^\\s(?:still |also |now |then |just )?(?:says|said|states|stated|reports|reported|denies|denied|lives|agrees|agreed|asked|understands|verbalized|refused|refuses|wants|wanted|feels|felt|complains|complained|came|arrived|will bring|will call|brought|drove|confirmed|is (?:POA|aware|at bedside|here|her|his)|oriented|visited|called|has (?:fever|a fever|pain|been (?:sick|well|living)))\\b");

    private static final Pattern INITIALS = Pattern.compile(
            "(?<=(?:^|\\n|\\s)[-–~]{1,2}\\s?|/\\s?s/\\s?)(?:[A-Z]\\.?){2,3}(?=\\s*(?:$|\\n|/|,))|(?<![A-Za-z0-9])(?:[A-Z]\\.?){2,3}(?=/(?:MD|RN|NP|PA|DO|mt|jb)\\b)|(?<![A-Za-z.])[A-Z]\\.[A-Z]\\.(?:[A-Z]\\.)?(?=\\s(?:reports|states|is a|is an|was|has|denies|presented|presents))");

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
        private final List<Token> tokens;
        private final Set<String> small = new HashSet<>();
        private final Map<String, String> known = new HashMap<>();
        private final boolean shouting;
        private final String[] lowers;

        Reading(Claims claims, List<Token> tokens) {
            this.claims = claims;
            this.text = claims.text();
            this.tokens = tokens;
            long capitals = 0;
            for (Token token : tokens) {
                if (Character.isLowerCase(token.text().charAt(0))) {
                    small.add(token.text());
                } else if (isShouted(token.text())) {
                    capitals++;
                }
            }
            shouting = capitals * 2 > tokens.size();
            lowers = tokens.stream()
                    .map(t -> Lexicon.lower(withoutGenitive(t.text())))
                    .toArray(String[]::new);
        }

        void read() {
            for (int i = 0; i < tokens.size(); i++) {
                if (!claims.isTaken(tokens.get(i).start())) {
                    i = Math.max(i, name(i));
                }
            }
            repeated();
            for (Token token : tokens) {
                if (token.text().length() <= 3 && isShouted(token.text())) {
                    Matcher initials = Window.at(INITIALS, text, token.start());
                    if (initials.lookingAt()) {
                        claims.claim(initials.start(), initials.end(), IdentifierType.NAME);
                    }
                }
            }
        }

        private String lower(int i) {
            return lowers[i];
        }

        /** Tries a name here; answers the index of its last token, or of the place where none begins. */
        private int name(int i) {
            if (isTitle(i)) {
                int last = sequence(i + 1, true, true);
                return last > i ? take(i + 1, Math.max(last, lastFirst(i + 1, last, false))) : i;
            }
            if (!canBegin(i)) {
                return i;
            }
            int last = sequence(i, false, false);
            if (last < i) {
                return i;
            }
            boolean field = NameCues.isField(text, tokens, i);
            boolean by = !field && NameCues.announces(text, tokens, i);
            boolean degree = DEGREE.matcher(after(last)).find();
            int lastFirst = lastFirst(i, last, field || by);
            if (lastFirst > 0) {
                return take(i, lastFirst);
            }
            if (field || degree || (by && isLikely(i, last, false))) {
                return isPlausible(i, last) ? take(i, last) : i;
            }
            if (isLikely(i, last, true)) {
                return take(i, last);
            }
            if (last == i
                    && allUnknown(i, i)
                    && !startsSentence(i)
                    && SPEAKS.matcher(after(i)).find()) {
                return take(i, i);
            }
            if (last > i && allUnknown(i, last)) {
                if (PERSON_AFTER.matcher(after(last)).find()) {
                    return take(i, last);
                }
                claims.doubt();
                return last;
            }
            return i;
        }

        private String after(int last) {
            int end = tokens.get(last).end();
            return text.substring(end, Math.min(text.length(), end + 32));
        }

        private boolean isTitle(int i) {
            Token token = tokens.get(i);
            String lower = lower(i);
            if (!TITLES.contains(lower) || i + 1 >= tokens.size()) {
                return false;
            }
            Token next = tokens.get(i + 1);
            String gap = text.substring(token.end(), next.start());
            if (gap.length() > 3
                    || !(gap.isBlank()
                            || (gap.startsWith(".") && gap.substring(1).isBlank()))) {
                return false;
            }
            boolean weak = WEAK_TITLES.contains(lower) && !gap.startsWith(".");
            if (weak) {
                return Character.isUpperCase(next.text().charAt(0))
                        && !gap.isEmpty()
                        && !lexicon.isOrdinary(lower(i + 1))
                        && (lexicon.isFamily(lower(i + 1))
                                || lexicon.isGiven(lower(i + 1))
                                || RomanisedKorean.isGiven(lower(i + 1))
                                || (isUnknown(i + 1) && lower.length() > 3));
            }
            return !gap.isEmpty() || token.text().equals("Dr");
        }

        /** A capital that is no ordinary word. */
        private boolean canBegin(int i) {
            String word = tokens.get(i).text();
            if (!Character.isUpperCase(word.charAt(0))) {
                return false;
            }
            String lower = lower(i);
            return lower.length() == 1
                    ? startsInitial(i)
                    : !isOrdinary(i) || lexicon.isGiven(lower) || lexicon.isFamily(lower);
        }

        private boolean startsInitial(int i) {
            int end = tokens.get(i).end();
            return end < text.length() && text.charAt(end) == '.';
        }

        private boolean isOrdinary(int i) {
            String lower = lower(i);
            return lexicon.isOrdinary(lower) || small.contains(lower);
        }

        private boolean isUnknown(int i) {
            return !isOrdinary(i) && !lexicon.isEponym(lower(i));
        }

        /**
         * The last token of the run of names that begins here; before {@code i} if there is none.
         *
         * @param titled after a title: its first word is a name whatever it is
         */
        private int sequence(int i, boolean titled, boolean eponyms) {
            int last = i - 1;
            for (int k = i; k < tokens.size() && k - i < 5; k++) {
                Token token = tokens.get(k);
                if (claims.isTaken(token.start()) || (k > i && !isJoined(tokens.get(k - 1), token))) {
                    break;
                }
                String lower = lower(k);
                boolean capital = Character.isUpperCase(token.text().charAt(0));
                boolean first = k == i;
                if (!capital
                        && PARTICLES.contains(token.text())
                        && k + 1 < tokens.size()
                        && isJoined(token, tokens.get(k + 1))
                        && (!first || titled)) {
                    continue;
                }
                boolean ordinary = isOrdinary(k);
                boolean initial = lower.length() == 1 && capital;
                boolean listed = lexicon.isFamily(lower) || lexicon.isGiven(lower);
                boolean ok;
                if (first && titled) {
                    ok = capital ? !ordinary || listed || !isStop(lower) : !ordinary && !small(lower);
                } else if (first) {
                    ok = capital;
                } else {
                    ok = capital && (initial || listed || !ordinary);
                    ok &= !TITLES.contains(lower) || listed;
                    ok &= !(isShouted(token.text())
                            && token.text().length() <= 4
                            && !isShouted(tokens.get(i).text())
                            && !listed
                            && !initial);
                }
                if (!ok) {
                    break;
                }
                last = k;
                if (token.text().endsWith("'s")) {
                    break;
                }
            }
            while (last > i && tokens.get(last).text().length() == 1 && !endsWithStop(last)) {
                last--;
            }
            return last;
        }

        private boolean endsWithStop(int k) {
            int end = tokens.get(k).end();
            return end >= text.length() || ".,\n".indexOf(text.charAt(end)) >= 0 || text.charAt(end) == ' ';
        }

        /** Small words after "dr": only such as no list knows. */
        private boolean small(String lower) {
            return lower.length() < 3 || !(lexicon.isFamily(lower) || lexicon.isGiven(lower));
        }

        private boolean isStop(String lower) {
            return lexicon.isOrdinary(lower) && !lexicon.isAmbiguousName(lower);
        }

        private boolean isJoined(Token token, Token next) {
            String gap = text.substring(token.end(), next.start());
            return gap.equals(" ")
                    || gap.equals("  ")
                    || ((gap.equals(".") || gap.equals(". ")) && token.text().length() <= 2);
        }

        private boolean isComma(int from, int to) {
            return to - from <= 2
                    && text.charAt(from) == ','
                    && text.substring(from + 1, to).isBlank();
        }

        /** {@code SMITH, JOHN A}: the end of the given names, 0 if this is no such form. */
        private int lastFirst(int i, int last, boolean told) {
            int next = last + 1;
            if (next >= tokens.size()
                    || !isComma(tokens.get(last).end(), tokens.get(next).start())) {
                return 0;
            }
            if ((last > i && lexicon.isGiven(lower(i)))
                    || last - i > 1
                    || claims.isTaken(tokens.get(next).start())
                    || !Character.isUpperCase(tokens.get(next).text().charAt(0))) {
                return 0;
            }
            boolean family = lexicon.isFamily(lower(last)) || (told && !isOrdinary(last));
            String given = lower(next);
            boolean person = lexicon.isGiven(given)
                    || RomanisedKorean.isGiven(given)
                    || (told
                            && !isOrdinary(next)
                            && !DEGREE.matcher(", " + tokens.get(next).text()).find());
            if (!family || !person || (lexicon.isGiven(lower(i)) && last == i && !lexicon.isFamily(lower(i)))) {
                return 0;
            }
            int end = sequence(next, false, false);
            while (end > next
                    && lower(end).length() > 1
                    && !lexicon.isGiven(lower(end))
                    && !lexicon.isFamily(lower(end))) {
                end--;
            }
            return Math.max(end, next);
        }

        /** Whether anything speaks against a name that its place announces. */
        private boolean isPlausible(int i, int last) {
            String lower = lower(i);
            if (last == i && isOrdinary(i) && !lexicon.isFamily(lower) && !lexicon.isGiven(lower)) {
                return false;
            }
            if (last == i && lexicon.isOrdinary(lower) && small.contains(lower)) {
                return false;
            }
            return !isDisease(last)
                    && !(last == i
                            && isShouted(tokens.get(i).text())
                            && tokens.get(i).text().length() <= 4
                            && !lexicon.isFamily(lower));
        }

        private boolean isDisease(int last) {
            String after = after(last);
            Pattern disease = lexicon.isEponym(lower(last))
                    ? DISEASE_AFTER
                    : lexicon.isFamily(lower(last)) ? NOTHING : SIGN_AFTER;
            return disease.matcher(after).find() && !PERSON_AFTER.matcher(after).find();
        }

        /**
         * Whether the lists make this a name.
         *
         * @param alone whether no word announces it
         */
        private boolean isLikely(int i, int last, boolean alone) {
            String first = lower(i);
            String end = lower(last);
            if (last > i) {
                if (isDisease(last) && lexicon.isEponym(end)) {
                    return false;
                }
                boolean given = lexicon.isGiven(first);
                boolean family = lexicon.isFamily(end);
                boolean korean = RomanisedKorean.isName(first, end, last - i == 2 ? lower(i + 1) : "");
                if (korean) {
                    return true;
                }
                boolean bothEponyms = lexicon.isEponym(first) && lexicon.isEponym(end);
                if (bothEponyms && alone) {
                    return given && family && PERSON_AFTER.matcher(after(last)).find();
                }
                if (given && (family || !isOrdinary(last))) {
                    return !lexicon.isAmbiguous(first) || family || !startsSentence(i);
                }
                if (family && lower(last).length() > 1) {
                    return first.length() == 1
                            || (!isOrdinary(i)
                                    && !(lexicon.isEponym(first) && alone)
                                    && (!lexicon.isAmbiguous(end) || !alone));
                }
                return !alone && !isOrdinary(i) && !isOrdinary(last) && !isShoutedShort(i);
            }
            if (first.length() < 2 || isDisease(i)) {
                return false;
            }
            boolean given = lexicon.isGiven(first);
            boolean family = lexicon.isFamily(first);
            if (!alone) {
                return (given || family)
                        ? !(lexicon.isOrdinary(first) && startsSentence(i))
                        : isUnknown(i)
                                && first.length() > 2
                                && !isShouted(tokens.get(i).text());
            }
            if ((first.indexOf('-') > 0 && !RomanisedKorean.isGiven(first))
                    || lexicon.isAmbiguous(first)
                    || lexicon.isPlace(first)
                    || first.length() < 3
                    || small.contains(first)
                    || (isShouted(tokens.get(i).text()) && (shouting || first.length() < 4))) {
                return given
                        && !shouting
                        && (tokens.get(i).text().endsWith("'s")
                                || PERSON_AFTER.matcher(after(last)).find())
                        && !small.contains(first)
                        && (!lexicon.isOrdinary(first) || tokens.get(i).text().endsWith("'s"));
            }
            return given || family;
        }

        private boolean isShoutedShort(int i) {
            String word = tokens.get(i).text();
            return isShouted(word) && word.length() <= 4 && !shouting;
        }

        private boolean allUnknown(int i, int last) {
            for (int k = i; k <= last; k++) {
                if (!isUnknown(k)
                        || tokens.get(k).text().length() < 3
                        || isShouted(tokens.get(k).text())) {
                    return false;
                }
            }
            return true;
        }

        private boolean startsSentence(int i) {
            int at = tokens.get(i).start() - 1;
            while (at >= 0 && text.charAt(at) == ' ') {
                at--;
            }
            return at < 0 || ".:;\n!?-*•".indexOf(text.charAt(at)) >= 0;
        }

        private int take(int first, int last) {
            int start = tokens.get(first).start();
            Token end = tokens.get(last);
            int stop = end.text().endsWith("'s") ? end.end() - 2 : end.end();
            if (end.text().length() == 1 && stop < text.length() && text.charAt(stop) == '.') {
                stop++;
            }
            String key = Lexicon.lower(text.substring(start, stop).replaceAll("[^\\p{L}' -]", ""));
            if (claims.claim(new Finding(start, stop, IdentifierType.NAME, key))) {
                for (int k = first; k <= last; k++) {
                    String word = withoutGenitive(tokens.get(k).text());
                    String small = Lexicon.lower(word);
                    if (word.length() > 2
                            && (!lexicon.isOrdinary(small) || (lexicon.isAmbiguousName(small) && k == last))) {
                        known.merge(Lexicon.lower(word), key, (a, b) -> a.length() >= b.length() ? a : b);
                    }
                }
            }
            return last;
        }

        /** The parts of names found anywhere, wherever else they stand with a capital. */
        private void repeated() {
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                String lower = lower(i);
                String key = known.get(lower);
                if (key == null
                        || claims.isTaken(token.start())
                        || !Character.isUpperCase(token.text().charAt(0))) {
                    continue;
                }
                boolean word = lexicon.isAmbiguous(lower) || small.contains(lower);
                if (word
                        && (DISEASE_AFTER.matcher(after(i)).find()
                                || (startsSentence(i)
                                        && !PERSON_AFTER.matcher(after(i)).find()
                                        && !lexicon.isEponym(lower))
                                || small.contains(lower)
                                || (lexicon.isPlace(lower) && lexicon.isEponym(lower)))) {
                    if (!(PERSON_AFTER.matcher(after(i)).find()
                            && !DISEASE_AFTER.matcher(after(i)).find())) {
                        continue;
                    }
                }
                int end = token.text().endsWith("'s") ? token.end() - 2 : token.end();
                claims.claim(new Finding(token.start(), end, IdentifierType.NAME, key));
            }
        }
    }

    private static String withoutGenitive(String word) {
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }

    private static boolean isShouted(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLowerCase(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
