package dari.provisioner.scrub;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of persons in Hangul: by a word that announces them, by a title or particle that follows, and by what morphology
 * and syllables say of a word that stands alone. A name found once is then found everywhere in the note.
 */
final class KoreanNames {

    private static final String MASKS = "O○◯〇ㅇX×*●◎△□모";

    private static final Pattern MASKED = Pattern.compile(
            "(?<![가-힣])(?<n>[가-힣](?:[O○◯〇ㅇX×*●◎△□]{2}|[O○◯〇X×*●◎△□](?=[가-힣]))(?:(?<=[O○◯〇X×*●◎△□])[가-힣](?=$|[\\s,.()/:]|님|씨|군|양|은|는|이|가|을|를|의|에|과|와|환))?|[가-힣]{2}[*○◯〇●◎]{1,2}|(?<s>[가-힣])\\s?모(?=\\s?(?:씨|군|양|\\()))");

    /** Right after a name: sex, age or number in brackets or behind a stroke, or the end of a signature. */
    private static final Pattern PERSON_AFTER = Pattern.compile(
            "^\\s?(?:\\(\\s?(?:남|여|M\\b|F\\b|m\\b|f\\b|만?\\s?[0-9]{1,3}\\s?(?:세|/|y|,)|[0-9]{6}|배우자|아들|딸|남편|부인|아내|처|모|부|형|동생|본인|보호자|어머니|아버지|[가-힣]{2,6}과\\b|인\\)|서명|가명|주치의|담당|수간호사|sign|010|[A-Z][a-z]+)|/\\s?(?:M\\b|F\\b|남|여|[0-9]{2,})|,?\\s(?:M|F|남|여)\\s?/\\s?[0-9]|\\(인\\)|[,\\s]+(?:만\\s?)?[0-9]{1,3}\\s?세\\b|\\s[0-9]{1,3}\\s?/\\s?[MF남여])");

    private static final Pattern AGE_AFTER = Pattern.compile("^\\s(?:만\\s?)?[0-9]{1,3}\\s?(?:세|살|개월)");

    private static final Pattern CLOSING = Pattern.compile("^\\s?(?:드림|올림|배상|드립니다|입니다|拜|\\(인\\)|\\(서명\\))");

    private static final Set<String> DETERMINERS =
            WordSet.of("이 전 현 신 한 고 주 구 각 본 타 부 두 여 진 선 내 외 온 제 어 기 명 방 남 시 당 양 성 인 은 을 도 모 지 옥 금 가");

    private static final Set<String> RANKS = WordSet.of(
            "조교수 부교수 정교수 부원장 부과장 주임 전공의 전문의 전임의 주치의 공보의 한의사 수의사 여의사 이사 이사장 공사 기사 감사 강사 교사 약사 명의 성의 어의 신부님 여사 "
                    + "여사님 도사 목사 진사 고인턴 지원장 국장 반장 주인 연구원 현장 전원장 전과장 부실장 부팀장 부장 부장님 부대표 공대표 노대표 차장 조장 성장 신장 이장 면장 방장 선장 "
                    + "원장 원장님 전대표 한씨 조씨 표씨 인군 강군 백군 남군 여군 공군 한양 안양 고양 배양 영양 해양 소양 부양 요양 석양 함양 교양 사양 진양 손님 선님 여님 임군");

    private final KoreanGrammar grammar;
    private final Lexicon lexicon;

    KoreanNames(Lexicon lexicon, KoreanGrammar grammar) {
        this.lexicon = lexicon;
        this.grammar = grammar;
    }

    /** What one note says of its persons. */
    private final class Reading {
        private final Claims claims;
        private final String text;
        private final List<Token> tokens;
        private final KoreanMorphology morphology;
        private final Set<String> fullNames = new HashSet<>();
        private final Map<String, String> byGiven = new HashMap<>();
        private final Set<Integer> doubtful = new HashSet<>();

        Reading(Claims claims, List<Token> tokens, KoreanMorphology morphology) {
            this.claims = claims;
            this.text = claims.text();
            this.tokens = tokens;
            this.morphology = morphology;
        }

        void read() {
            masked();
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (token.hangul() && claims.isFree(token.start(), token.start() + 1)) {
                    name(i, token);
                }
            }
            repeated();
            doubtful.stream().filter(at -> !claims.isTaken(at)).forEach(at -> claims.doubt());
        }

        private void masked() {
            if (!isMaskedSomewhere()) {
                return;
            }
            Matcher masked = MASKED.matcher(text);
            while (masked.find()) {
                int start = masked.start("n");
                int end = masked.start("s") >= 0 ? masked.end("s") : masked.end("n");
                if (grammar.surname(masked.group("n")) > 0 && claims.isFree(start, end)) {
                    claims.claim(new Finding(start, end, IdentifierType.NAME, text.substring(start, end)));
                }
            }
        }

        private boolean isMaskedSomewhere() {
            for (int i = 1; i < text.length(); i++) {
                if (MASKS.indexOf(text.charAt(i)) >= 0
                        && (Token.isHangul(text.charAt(i - 1)) || text.charAt(i) == '모')) {
                    return true;
                }
            }
            return false;
        }

        private void name(int i, Token token) {
            String word = token.text();
            Cue cue = cue(i);
            if (cue == Cue.FORM && spacedOut(i)) {
                return;
            }
            int surname = grammar.surname(word);
            boolean pet = cue == Cue.KIN
                    && word.length() > 2
                    && word.charAt(2) == '이'
                    && grammar.isGiven(word.substring(0, 2));
            if (!pet && surname > 0 && word.length() > surname) {
                int length = fullName(i, word, surname, cue);
                if (length == 0 && surname == 2 && grammar.isCommonSurname(word.substring(0, 1))) {
                    length = fullName(i, word, 1, cue);
                }
                if (length > 0) {
                    take(token, length);
                    return;
                }
            }
            if (surname > 0 && surnameOnly(i, word, surname)) {
                claims.claim(new Finding(
                        token.start(), token.start() + surname, IdentifierType.NAME, word.substring(0, surname)));
                return;
            }
            int given = givenOnly(i, word, cue);
            if (given > 0) {
                claims.claim(new Finding(
                        token.start(), token.start() + given, IdentifierType.NAME, word.substring(0, given)));
                byGiven.putIfAbsent(word.substring(0, given), word.substring(0, given));
            }
        }

        private void take(Token token, int length) {
            String full = token.text().substring(0, length);
            claims.claim(new Finding(token.start(), token.start() + length, IdentifierType.NAME, full));
            fullNames.add(full);
            byGiven.put(full.substring(grammar.surname(full)), full);
        }

        /** Length of the full name a word begins with; 0 if it does not. */
        private int fullName(int i, String word, int surname, Cue cue) {
            int longest = Math.min(word.length(), surname + 2);
            int best = 0;
            for (int length = longest; length > surname; length--) {
                if (judge(i, word, surname, length, cue)) {
                    best = length;
                    break;
                }
            }
            // 허준이: the dictionary knows where the name ends
            if (best == surname + 2 && KoreanGrammar.isBare(word.substring(best - 1)) && word.length() == best) {
                int proper = morphology.of(word).proper();
                if (proper == best - 1 && !grammar.isGiven(word.substring(surname, best))) {
                    return proper;
                }
            }
            return best;
        }

        private boolean judge(int i, String word, int surname, int length, Cue cue) {
            String stem = word.substring(0, length);
            String tail = word.substring(length);
            int title = grammar.titleLength(tail);
            if (grammar.isNoName(stem) || grammar.isNoName(word) || (!KoreanGrammar.isBare(tail) && title == 0)) {
                return false;
            }
            String given = stem.substring(surname);
            boolean common = grammar.isCommonSurname(stem.substring(0, surname));
            if (cue == Cue.FORM && common && (length > surname + 1 || tail.isEmpty())) {
                return true;
            }
            KoreanMorphology.Verdict verdict = morphology.of(word);
            boolean told = title > 0 || cue != Cue.NONE || isFollowedByPerson(i, tail);
            if (grammar.isTitled(given)) {
                return false;
            }
            if (!common && title > 0 && length > surname + 1) {
                common = grammar.couldBeGiven(given);
            }
            boolean named = grammar.isGiven(given) && (common || cue != Cue.NONE || title > 0);
            boolean proper = verdict.proper() == length || morphology.of(stem).proper() == length;
            boolean plain = !proper && isPlain(verdict, stem);
            if (told) {
                return length == surname + 1
                        ? toldShort(stem, tail, title, proper, plain, common, cue)
                        : (proper || named || (!plain && (title > 0 ? common : grammar.couldBeGiven(given))));
            }
            if (length <= surname + 1 || grammar.isPlace(stem)) {
                return false;
            }
            if (proper && grammar.couldBeGiven(given) && (common || named)) {
                return true;
            }
            if (named && !plain) {
                return true;
            }
            if (common && verdict.fragments() && verdict.stem() == length && grammar.couldBeGiven(given)) {
                doubtful.add(tokens.get(i).start());
            }
            return false;
        }

        /** 허준, 현빈: two syllables, which are more often a word. */
        private boolean toldShort(
                String stem, String tail, int title, boolean proper, boolean plain, boolean common, Cue cue) {
            if (RANKS.contains(stem + tail.substring(0, title)) || RANKS.contains(stem)) {
                return false;
            }
            return common
                    && !plain
                    && (proper
                            || title > 0
                            || cue == Cue.FORM
                            || morphology.of(stem).fragments());
        }

        /** Whether the dictionary reads a stem as ordinary words. */
        private boolean isPlain(KoreanMorphology.Verdict verdict, String stem) {
            KoreanMorphology.Verdict own = morphology.of(stem);
            return own.noun() >= stem.length()
                    || (verdict.noun() >= 2 && verdict.noun() >= stem.length() - 1 && own.stem() < stem.length());
        }

        private boolean isFollowedByPerson(int i, String tail) {
            Token token = tokens.get(i);
            if (!tail.isEmpty() && !tail.equals("님") && !tail.equals("씨")) {
                return AGE_AFTER.matcher(Window.after(text, token.end())).find();
            }
            String after = text.substring(token.end(), Math.min(text.length(), token.end() + 24));
            if (PERSON_AFTER.matcher(after).find() || CLOSING.matcher(after).find()) {
                return true;
            }
            Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
            return next != null
                    && isNear(token, next, " ")
                    && grammar.isTitled(next.text())
                    && !next.text().equals("이사");
        }

        /** 박선생님께, 김 교수님. */
        private boolean surnameOnly(int i, String word, int surname) {
            String name = word.substring(0, surname);
            if (!grammar.isCommonSurname(name)) {
                return false;
            }
            String tail = word.substring(surname);
            if (tail.isEmpty()
                    && i > 0
                    && isNear(tokens.get(i - 1), tokens.get(i), ". ")
                    && tokens.get(i - 1).text().equals("Dr")) {
                return true;
            }
            if (!tail.isEmpty()) {
                int title = grammar.titleLength(tail);
                boolean one = title == 1;
                return grammar.isSurnameTitle(tail)
                        && !RANKS.contains(word.substring(0, surname + title))
                        && !RANKS.contains(word)
                        && !(one && (DETERMINERS.contains(name) || !morphologyLeavesOpen(word)))
                        && !(DETERMINERS.contains(name) && tail.startsWith("환자"));
            }
            Token token = tokens.get(i);
            Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
            if (next == null || !next.hangul() || !isNear(token, next, " ") || !grammar.isSurnameTitle(next.text())) {
                return false;
            }
            return !DETERMINERS.contains(name)
                    || (next.text().matches("(?:교수|선생|원장|과장|간호사|치료사|약사|전공의|팀장|실장|부장)님?.*")
                            && (!next.text().matches("(?:간호사|치료사|약사|전공의)(?!님).*")
                                    || cue(i) != Cue.NONE
                                    || !name.matches("[이한두각전현신]")));
        }

        private boolean morphologyLeavesOpen(String word) {
            KoreanMorphology.Verdict verdict = morphology.of(word);
            return verdict.noun() < 2;
        }

        /** 민수씨, 정우 군, 아들 민준이. */
        private int givenOnly(int i, String word, Cue cue) {
            if (cue == Cue.NONE
                    && !titleNext(i, "")
                    && !TITLE_START.matcher(word).find()) {
                return 0;
            }
            for (int length = Math.min(3, word.length()); length >= 2; length--) {
                String stem = word.substring(0, length);
                String tail = word.substring(length);
                boolean titled = (!tail.isEmpty()
                                && "씨군양님이".indexOf(tail.charAt(0)) >= 0
                                && (grammar.titleLength(tail) > 0 || KoreanGrammar.isBare(tail)))
                        || titleNext(i, tail);
                if ((!titled && cue == Cue.NONE)
                        || (!KoreanGrammar.isBare(tail) && grammar.titleLength(tail) == 0)
                        || grammar.isNoName(stem)) {
                    continue;
                }
                if (length == 3 && !grammar.isGiven(stem)) {
                    continue;
                }
                boolean bySuffix = tail.startsWith("씨")
                        || tail.startsWith("군")
                        || tail.startsWith("양")
                        || tail.startsWith("님")
                        || titleNext(i, tail);
                boolean open = morphology.of(stem).proper() == length
                        || morphology.of(stem).noun() < length;
                if (bySuffix
                        && (grammar.isGiven(stem)
                                || (open
                                        && grammar.couldBeGiven(stem)
                                        && morphology.of(word).noun() < length))
                        && !grammar.isTitled(stem)) {
                    return length;
                }
                if (cue == Cue.KIN && grammar.isGiven(stem)) {
                    return length;
                }
            }
            return 0;
        }

        private boolean titleNext(int i, String tail) {
            Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
            return tail.isEmpty()
                    && next != null
                    && isNear(tokens.get(i), next, " ")
                    && ADDRESSED.matcher(next.text()).matches();
        }

        /** 성명: 김 민 수. */
        private boolean spacedOut(int i) {
            Token token = tokens.get(i);
            if (token.text().length() > 2
                    || grammar.surname(token.text()) != token.text().length()) {
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

        /** The words before a place announce a name. */
        private Cue cue(int i) {
            if (i == 0) {
                return Cue.NONE;
            }
            Token token = tokens.get(i);
            Token before = tokens.get(i - 1);
            String gap = text.substring(before.end(), token.start());
            if (gap.length() > 6 || gap.indexOf('.') >= 0 || gap.indexOf(';') >= 0) {
                return Cue.NONE;
            }
            boolean colon = gap.indexOf(':') >= 0 || gap.indexOf('=') >= 0 || gap.indexOf('|') >= 0;
            boolean line = gap.indexOf('\n') >= 0;
            String word = before.text();
            if (word.equals("호")
                    && before.start() > 0
                    && Character.isDigit(text.charAt(before.start() - 1))
                    && gap.isBlank()) {
                return Cue.ROLE;
            }
            if (gap.equals(" ") && claims.isTaken(before.end() - 1) && claims.isOrganisation(before.end() - 1)) {
                return Cue.ROLE;
            }
            if (colon
                    && (lexicon.korean("formcues").contains(word)
                            || lexicon.korean("cues").contains(word)
                            || endsWithRole(word))) {
                return Cue.FORM;
            }
            if (line) {
                return Cue.NONE;
            }
            if (lexicon.korean("formcues").contains(word) && gap.isBlank()) {
                return word.matches("간호사명|성명|성함|이름|환자명|환자성명|의사성명|서명|작성자|확인자") ? Cue.FORM : Cue.ROLE;
            }
            if (!announces(gap)) {
                return Cue.NONE;
            }
            String bare = withoutParticle(word);
            if (KIN.contains(bare)) {
                return Cue.KIN;
            }
            return lexicon.korean("cues").contains(word)
                            || lexicon.korean("cues").contains(bare)
                            || endsWithRole(bare)
                            || followsList(i, gap)
                    ? Cue.ROLE
                    : Cue.NONE;
        }

        /** Blank, or one sign with blanks around it. */
        private boolean announces(String gap) {
            String sign = gap.strip();
            return sign.isEmpty()
                    || sign.equals("1:")
                    || sign.equals("2:")
                    || (sign.length() == 1 && "(),:/-0123456789".contains(sign));
        }

        /** After another name and a comma. */
        private boolean followsList(int i, String gap) {
            Token before = tokens.get(i - 1);
            return ",/·".contains(gap.strip())
                    && !gap.isBlank()
                    && fullNames.stream().anyMatch(before.text()::startsWith);
        }

        private String withoutParticle(String word) {
            return word.length() > 2 && "은는이가인의께와과랑".indexOf(word.charAt(word.length() - 1)) >= 0
                    ? word.substring(0, word.length() - 1)
                    : word;
        }

        private boolean isNear(Token token, Token next, String gap) {
            return text.substring(token.end(), next.start()).equals(gap) || token.end() == next.start();
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
                    if (given.length() >= 2 && token.text().startsWith(given) && isAddressed(i, token.text(), given)) {
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

        private boolean isAddressed(int i, String word, String given) {
            String tail = word.substring(given.length());
            if (!KoreanGrammar.isBare(tail) && grammar.titleLength(tail) == 0) {
                return false;
            }
            return (!tail.isEmpty()
                            && (grammar.isGiven(given)
                                    || morphology.of(given).noun() < given.length()
                                    || tail.matches("(?:이|씨|님|군|양|야|아).*")))
                    || titleNext(i, tail)
                    || (tail.isEmpty() && morphology.of(given).proper() == given.length());
        }
    }

    private static final Pattern TITLE_START = Pattern.compile("^[가-힣]{2,3}(?:씨|군|양|님|이)");

    private static final Pattern ADDRESSED = Pattern.compile(
            "(?:씨|군|양|님|아기|애기|어린이|환아|어르신|할머니|할아버지|엄마|아빠|어머니|아버지)(?:은|는|이|가|을|를|의|께|께서|에게|과|와|도|입니다|분)?");

    private enum Cue {
        NONE,
        /** A role or a relation. */
        ROLE,
        KIN,
        /** A field of a form, which is filled with a name and nothing else. */
        FORM
    }

    private static final Set<String> KIN =
            WordSet.of("아들 딸 손자 손녀 남편 부인 아내 동생 여동생 남동생 누나 언니 오빠 형 친구 아기 환아 조카 며느리 사위 룸메이트 첫째 둘째 셋째 막내 쌍둥이 손주 아이");

    private static final Set<String> ROLES =
            WordSet.of("간호사 교수 전공의 전문의 과장 원장 치료사 복지사 보호사 의사 주치의 판독의 집도의 마취의 당직의 의뢰의 병리의 "
                    + "남편 아들 딸 어머니 아버지 보호자 환자 담당자 작성자 검사자 확인자 수술의 시술의 촉탁의 상담사 약사 영양사 "
                    + "심리사 통역사 간병인 담임 사회복지사 환아 산모 남자 여자 남성 여성 전담의 협진의 응급의 수련의 인턴 레지던트 "
                    + "조무사 구조사 방사선사 병리사 코디네이터 센터장 팀장 실장");

    private static final int LONGEST_ROLE = 6;

    private static boolean endsWithRole(String word) {
        String bare = word.endsWith("명") || word.endsWith("님") ? word.substring(0, word.length() - 1) : word;
        for (int length = Math.min(LONGEST_ROLE, bare.length()); length >= 2; length--) {
            if (ROLES.contains(bare.substring(bare.length() - length))) {
                return true;
            }
        }
        return false;
    }

    void claim(Claims claims, List<Token> tokens, KoreanMorphology morphology) {
        new Reading(claims, tokens, morphology).read();
    }
}
