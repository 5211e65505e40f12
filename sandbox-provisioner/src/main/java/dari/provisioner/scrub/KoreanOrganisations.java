package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hospitals, care homes, pharmacies, schools, companies and authorities with a name of their own. */
final class KoreanOrganisations {

    private static final Pattern COMPANY = Pattern.compile(
            "(?:\\(주\\)|㈜|주식회사\\s|\\(유\\)|\\(재\\)|\\(사\\)|유한회사\\s|(?:의료|사회복지|학교|법무|세무|회계|노무|특허|재단|사단|종교|농업회사|영농조합)법인\\s)\\s?[가-힣A-Za-z0-9]{2,12}(?<![은는이가을를])|[가-힣A-Za-z0-9]{2,12}(?:\\(주\\)|㈜|주식회사)");

    /** A school by its short name, where a grade or a word for pupils follows: 한빛초 3학년. */
    private static final Pattern SCHOOL = Pattern.compile(
            "(?<![가-힣])[가-힣]{2,5}(?:초|중|고|여중|여고)(?=\\s?[1-6]\\s?학년|(?:에|를|을)?\\s?(?:재학|졸업|입학|전학|다니|다녀))");

    private static final Set<String> TAILS = WordSet.of(
            "응급실 외래 중환자실 병동 원장 병원장 측 내 앞 행 발 장 직원 직원분 간호사 담당자 에서는 으로부터 에서의 에서도 으로의 으로 로 에로 에선 와의 과의 에서부터 까지의 "
                    + "이라는 이라고 정형외과 내과 외과 신경과 신경외과 정신과 안과 피부과 산부인과 소아과 소아청소년과 비뇨기과 이비인후과 재활의학과 영상의학과 응급의학과 순환기내과 소화기내과 "
                    + "호흡기내과 내분비내과 신장내과 흉부외과 건강검진센터 다니는 출신 재직 근무 학생 교사 교수");

    /** Adjectives that clinics like before their field. */
    private static final Set<String> CLINIC_WORDS = WordSet.of(
            "연세 서울 바른 튼튼 밝은 고운 참 우리들 하나 미소 사랑 행복 행복한 열린 좋은 속편한 편한 편안한 건강한 푸른 맑은 늘 늘푸른 한마음 새봄 성모 가톨릭 고려 한양 중앙 "
                    + "제일 명인 사랑의 아이 코코 키즈 예쁜 착한 든든 든든한 튼튼한 바로 온 온누리 세란 세종 동서 동양 현대 삼성 대한 한국 강남 서초 청담 압구정 이화 경희 인제 메디 "
                    + "닥터 365 굿 더 리더스 에스 글로벌 해맑은 소망 은혜 믿음 샘 우리 큰 한사랑 평화 자연 생명 푸르지 봄 가온 누리 나은 나음 탑 힘찬 자생 모커리 함소아 아름다운 "
                    + "아름 라파 예인 다나 새움 새얼 세브란스");

    private final KoreanGrammar grammar;
    private final Set<String> suffixes;
    private final Set<String> knownNames;
    private final Set<String> cities;
    private final Set<String> generic;
    private final Set<String> weak;
    private final int longestSuffix;
    private final int longestKnown;
    private final LetterPairs suffixEnds;
    private final LetterPairs knownStarts;
    private final LetterPairs areaStarts;

    KoreanOrganisations(Lexicon lexicon, KoreanGrammar grammar) {
        this.grammar = grammar;
        suffixes = lexicon.korean("suffixes");
        knownNames = lexicon.korean("known");
        cities = lexicon.korean("cities");
        generic = lexicon.korean("generic");
        weak = lexicon.korean("weak");
        longestSuffix = longest(suffixes);
        longestKnown = longest(knownNames);
        suffixEnds = LetterPairs.ofEnds(suffixes);
        knownStarts = LetterPairs.of(knownNames);
        List<String> areas = new ArrayList<>(AREAS);
        areas.addAll(cities);
        areaStarts = LetterPairs.of(areas);
    }

    void claim(Claims claims, List<Token> tokens, KoreanMorphology morphology) {
        if (claims.has(Mark.COMPANY) || claims.text().indexOf('㈜') >= 0) {
            for (Matcher company = COMPANY.matcher(claims.text()); company.find(); ) {
                claims.claim(company.start(), company.end(), IdentifierType.ORGANIZATION);
            }
        }
        if (claims.has(Mark.PUPIL)) {
            for (Matcher school = SCHOOL.matcher(claims.text()); school.find(); ) {
                claims.claim(school.start(), school.end(), IdentifierType.ORGANIZATION);
            }
        }
        if (namesUnit(claims)) {
            Matcher unit = UNIT.matcher(claims.text());
            while (unit.find()) {
                claims.claim(unit.start(), unit.end(), IdentifierType.ORGANIZATION);
            }
        }
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.hangul() && token.text().length() >= 2) {
                claim(claims, tokens, i, morphology);
            }
            if (!token.hangul()
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).hangul()
                    && tokens.get(i + 1).start() == token.end()) {
                lettered(claims, token, tokens.get(i + 1));
            }
        }
    }

    /** Letters and a word that go together: DB손보, W병원. */
    private void lettered(Claims claims, Token letters, Token word) {
        int known = known(letters.text() + word.text());
        boolean plain = known == 0
                && letters.text().length() <= MOST_LETTERS
                && EnglishWords.isShouted(letters.text())
                && !PLACEHOLDERS.contains(letters.text());
        if (plain) {
            for (int end = word.text().length(); end >= shortestStem(word.text()) && known == 0; end--) {
                String suffix = word.text().substring(0, end);
                boolean house = suffixes.contains(suffix) && (!weak.contains(suffix) || MONEY.contains(suffix));
                known = house && endsHere(word.text().substring(end))
                        ? letters.text().length() + end
                        : 0;
            }
        }
        if (known > letters.text().length()) {
            claims.claim(letters.start(), letters.start() + known, IdentifierType.ORGANIZATION);
        }
    }

    private static final int MOST_LETTERS = 4;

    /** Letters that hide which house is meant. */
    private static final Set<String> PLACEHOLDERS = Set.of("A", "B", "C", "D", "O", "X", "Y", "OO", "XX");

    private static final Set<String> MONEY = WordSet.of("화재 생명 증권 카드 은행 손해보험 생명보험 캐피탈 건설 전자 텔레콤 홀딩스 에너지");

    private static boolean namesUnit(Claims claims) {
        return claims.has(Mark.DIVISION)
                || (claims.has(Mark.UNIT_OF_ARMY) && claims.text().indexOf('군') >= 0);
    }

    private void claim(Claims claims, List<Token> tokens, int i, KoreanMorphology morphology) {
        Token token = tokens.get(i);
        String word = token.text();
        int known = known(word);
        if (known > 0) {
            claims.claim(token.start(), withBranch(claims.text(), token.start() + known), IdentifierType.ORGANIZATION);
            return;
        }
        int employer = employer(claims.text(), token, morphology);
        if (employer > 0) {
            claims.claim(token.start(), token.start() + employer, IdentifierType.ORGANIZATION);
            return;
        }
        for (int end = word.length(); end >= shortestStem(word); end--) {
            if (!suffixEnds.has(word, end - 2) || !endsHere(word.substring(end))) {
                continue;
            }
            for (int at = Math.max(0, end - longestSuffix); at < end - 1; at++) {
                if (suffixes.contains(word.substring(at, end))) {
                    claim(claims, tokens, i, at, end, morphology);
                    return;
                }
            }
        }
    }

    private void claim(Claims claims, List<Token> tokens, int i, int at, int end, KoreanMorphology morphology) {
        Token token = tokens.get(i);
        String prefix = token.text().substring(0, at);
        if (prefix.isEmpty() || isGeneric(prefix)) {
            Matcher house = Window.at(HOUSE, claims.text(), token.start() + end);
            if (house.lookingAt() && prefix.length() > 1) {
                claims.claim(token.start(), house.end(), IdentifierType.ORGANIZATION);
                return;
            }
            claimWithWordBefore(claims, tokens, i, token.start() + end);
        } else if (named(prefix, token.text().substring(at, end), morphology)) {
            claims.claim(
                    startWithPlace(claims, tokens, i),
                    token.start() + end == token.end() ? withBranch(claims.text(), token.end()) : token.start() + end,
                    IdentifierType.ORGANIZATION);
        } else if (isEmployer(claims.text(), token.start(), token.end())) {
            claims.claim(token.start(), token.start() + end, IdentifierType.ORGANIZATION);
        }
    }

    private static final Pattern EMPLOYED_AFTER =
            Pattern.compile("^(?:에서|에)?\\s?(?:창고|다니|근무|재직|직원|소속|퇴사|퇴직|입사|구내식당|외국인|기숙사|부장|과장|차장|대리|사원|사장|대표|운영|출근)");
    private static final Pattern EMPLOYED_BEFORE =
            Pattern.compile("(?:전직|직장|회사|근무처|직업|사업장|회사명|보험사|보험|현직)(?:은|는|이|:|명)?\\s?(?::?\\s|\\()$");

    /** Whether the words around say that somebody works or is insured there. */
    private static boolean isEmployer(String text, int start, int end) {
        return EMPLOYED_AFTER.matcher(Window.after(text, end)).find()
                || EMPLOYED_BEFORE.matcher(Window.before(text, start)).find();
    }

    private static final Pattern WORKED_AFTER =
            Pattern.compile("(?:에서|에|를|을)?\\s?(?:[0-9]{1,2}년\\s?(?:간\\s)?)?(?:근무|재직|입사|퇴사|퇴직|다니|다녔|다님)");

    /** Length of the name of a company that only what somebody does there tells; 0 where the dictionary knows the word. */
    private static int employer(String text, Token token, KoreanMorphology morphology) {
        String word = token.text();
        int particle = word.endsWith("에서") ? 2 : PLACE_PARTICLES.indexOf(word.charAt(word.length() - 1)) >= 0 ? 1 : 0;
        String name = word.substring(0, word.length() - particle);
        if (name.length() < 2
                || name.length() > LONGEST_EMPLOYER
                || !mayBeWork(text, token.end())
                || !Window.at(WORKED_AFTER, text, token.start() + name.length()).lookingAt()) {
            return 0;
        }
        KoreanMorphology.Verdict verdict = morphology.of(name);
        return verdict.noun() == 0 && !verdict.verbal() && (verdict.unknown() || verdict.proper() == name.length())
                ? name.length()
                : 0;
    }

    private static final LetterPairs WORK_STARTS =
            LetterPairs.of(List.of("근무", "재직", "입사", "퇴사", "퇴직", "다니", "다녔", "다님"));

    /** Whether {@link #WORKED_AFTER} can go on behind the particle. */
    private static boolean mayBeWork(String text, int at) {
        int next = at < text.length() && Character.isWhitespace(text.charAt(at)) ? at + 1 : at;
        return next < text.length()
                && (Character.isDigit(text.charAt(next))
                        ? text.startsWith("년", next + 1) || text.startsWith("년", next + 2)
                        : WORK_STARTS.has(text, next));
    }

    private static final String PLACE_PARTICLES = "에을를";
    private static final int LONGEST_EMPLOYER = 6;

    private static final Pattern UNIT = Pattern.compile(
            "(?:(?:육군|공군|해군|해병대)\\s?)?제?[0-9]{1,4}(?:보병|기갑|포병|공수|기계화보병|전투|특공)?(?:사단|여단|연대|군단|비행단|함대|훈련단)");

    /** Length of the shortest beginning of a word behind which a tail and particles can stand; a word can be a whole text without a blank. */
    private static int shortestStem(String word) {
        return Math.max(2, word.length() - LONGEST_TAIL);
    }

    private static final int LONGEST_TAIL = longest(TAILS) + KoreanGrammar.LONGEST_PARTICLES;

    private static int longest(Set<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0);
    }

    private boolean endsHere(String tail) {
        if (KoreanGrammar.isBare(tail) || TAILS.contains(tail)) {
            return true;
        }
        for (int length = tail.length() - 1; length > 0; length--) {
            if (TAILS.contains(tail.substring(0, length)) && KoreanGrammar.isBare(tail.substring(length))) {
                return true;
            }
        }
        return false;
    }

    /** Length of the organisation of the list that a word begins with. */
    private int known(String word) {
        for (int length = knownStarts.has(word, 0) ? Math.min(longestKnown, word.length()) : 0; length >= 2; length--) {
            if (knownNames.contains(word.substring(0, length)) && endsHere(word.substring(length))) {
                return length;
            }
        }
        return areaStarts.has(word, 0) ? branch(word) : 0;
    }

    private static final Pattern BRANCH =
            Pattern.compile("\\s?[가-힣]{0,4}[0-9]{0,2}(?:물류센터|고객센터|콜센터|공장|지점|본점|본사|지사|연구소|캠퍼스|사업장|대리점|매장|직영점|기숙사|장례식장)");

    /** One house of an authority that is everybody's: 국민건강보험공단 마포지사. */
    private static final Pattern HOUSE = Pattern.compile("\\s[가-힣]{2,5}(?:지사|지점|출장소|사업소)");

    /** 쿠팡 물류센터: what of an organisation it is. */
    private static int withBranch(String text, int end) {
        Matcher branch = Window.at(BRANCH, text, end);
        return branch.lookingAt() ? branch.end() : end;
    }

    /** Hospital groups after the place where the house stands: 은평성모, 분당서울대, 일산차. */
    private static final Set<String> GROUPS =
            WordSet.of("성모 세브란스 서울대 삼성 아산 백 성심 을지 고대 연대 이대 한양대 순천향 한림대 동국대 경희대 중앙대 건국대 인하대 아주대 차 보훈 의료원 적십자");

    private static final Set<String> AREAS = WordSet.of(
            "분당 일산 강남 여의도 평촌 동탄 목동 상계 신촌 해운대 은평 강동 강북 구로 안암 안산 송도 판교 잠실 서초 동탄 영통 둔산 상무 수성 기장 서면 센텀 광교 미사 위례 마곡");

    /** Length of a place and the group whose house stands there; 0 if the word is not so made. */
    private int branch(String word) {
        for (int place = 2; place <= Math.min(4, word.length() - 1); place++) {
            String start = word.substring(0, place);
            if (!AREAS.contains(start) && !cities.contains(start)) {
                continue;
            }
            for (int end = word.length(); end > place && end >= shortestStem(word); end--) {
                if (GROUPS.contains(word.substring(place, end)) && end - place > 1 && endsHere(word.substring(end))) {
                    return end;
                }
            }
        }
        return 0;
    }

    /** Made of words that only say what kind of house it is, as 지역응급의료 in 지역응급의료센터. */
    private boolean isGeneric(String prefix) {
        if (generic.contains(prefix)) {
            return true;
        }
        for (int length = prefix.length() - 1; length > 0; length--) {
            if (generic.contains(prefix.substring(0, length)) && isGeneric(prefix.substring(length))) {
                return true;
            }
        }
        return false;
    }

    /** Words that say which one, and no name. */
    private static final Set<String> POINTING = WordSet.of("이 그 저 본 타 동 전 각 한 두 세 여러 다른 모든 새 큰 옛");

    private boolean named(String prefix, String suffix, KoreanMorphology morphology) {
        if (!weak.contains(suffix)) {
            return !POINTING.contains(prefix);
        }
        KoreanMorphology.Verdict verdict = morphology.of(prefix);
        return CLINIC_WORDS.contains(prefix)
                || grammar.isPlace(prefix)
                || known(prefix) > 0
                || CLINIC_WORDS.stream().anyMatch(w -> w.length() > 1 && prefix.contains(w))
                || (grammar.surname(prefix) > 0 && grammar.isGiven(prefix.substring(grammar.surname(prefix))))
                || (prefix.length() == 1 && grammar.isCommonSurname(prefix) && suffix.endsWith("과"))
                || (prefix.length() >= 2 && verdict.proper() == prefix.length());
    }

    /** 서울 아산병원: the place before belongs to the name. */
    private int startWithPlace(Claims claims, List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (i > 0
                && isRightBefore(claims.text(), tokens.get(i - 1), token)
                && grammar.isPlace(tokens.get(i - 1).text())) {
            return tokens.get(i - 1).start();
        }
        return token.start();
    }

    /** 연세 병원, 수원시립 노인전문요양원: the name is the word before. */
    private void claimWithWordBefore(Claims claims, List<Token> tokens, int i, int end) {
        if (i == 0) {
            return;
        }
        Token before = tokens.get(i - 1);
        String word = before.text();
        if (!before.hangul() || !isRightBefore(claims.text(), before, tokens.get(i)) || isGeneric(word)) {
            return;
        }
        boolean name = (CLINIC_WORDS.contains(word)
                        && word.length() > 1
                        && !word.equals("우리")
                        && !word.equals("바로")
                        && !word.equals("좋은")
                        && !word.equals("생명"))
                || grammar.isPlace(word)
                || known(word) > 0
                || word.matches("[가-힣]{2,6}(?:대|대학교|시립|군립|구립|도립|재단)");
        if (name) {
            claims.claim(before.start(), end, IdentifierType.ORGANIZATION);
        }
    }

    private static boolean isRightBefore(String text, Token before, Token token) {
        return token.start() - before.end() == 1 && text.charAt(before.end()) == ' ';
    }
}
