package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Korean addresses by road name and by lot, down to building and room, and places below a 시도 that stand alone. */
final class KoreanAddresses {

    private static final String SIDO =
            "(?:서울(?:특별시|시)?|(?:부산|대구|인천|광주|대전|울산)(?:광역시|시)?|세종(?:특별자치시|시)?|경기(?:도)?|강원(?:특별자치도|도)?|충청?[남북]도?|전라?[남북]도?|전북특별자치도|경상?[남북]도?|제주(?:특별자치도|도)?)";

    private static final String DISTRICT = "[가-힣]{1,5}[시군구]";
    private static final String VILLAGE = "[가-힣]{1,6}[0-9]{0,2}(?:가)?(?:읍|면|동|리)";
    private static final String ROAD = "[가-힣A-Za-z0-9·.]{1,12}(?:대로|로|길)";
    private static final String LOT = "(?:산\\s?)?[0-9]{1,5}(?:-[0-9]{1,5})?(?:\\s?번지)?";
    private static final String BRANCH = "(?:\\s?[0-9]{1,4}(?:-[0-9]{1,3})?번?길)?";
    private static final String BUILDING =
            "[가-힣A-Za-z0-9]{1,15}\\s?(?:아파트|빌라|빌딩|맨션|오피스텔|타워|주공|연립|주택|상가|타운|하이츠|파크|캐슬|자이|푸르지오|래미안|힐스테이트|회관|별관|본관|예술관|플라자|프라자|APT|apt)";
    private static final String INSIDE =
            "(?:\\s?,?\\s?(?:\\([가-힣0-9, ]{2,30}\\)|제?[0-9A-Za-z]{1,4}동(?![가-힣])|(?:지하\\s?)?B?[0-9]{1,4}층|제?[0-9A-Z-]{1,6}호(?![가-힣]*[흡선])|"
                    + BUILDING + ")){0,12}";

    /** Provinces and districts, then a road or village, then a number. */
    private static final Pattern WHOLE = Pattern.compile(
            "(?<![가-힣])(?:" + SIDO + "\\s?(?:" + DISTRICT + "\\s?){0,2}|(?:" + DISTRICT + "\\s){1,2})(?:(?:"
                    + VILLAGE + "\\s?){0,3}(?:" + ROAD + BRANCH + "\\s?)?(?:" + LOT
                    + ")(?![0-9%:/]|\\.[0-9]|\\s?(?:세|살|년|월|일|개|명|회|mg|시|차))" + INSIDE
                    + "|(?:" + VILLAGE + "\\s?){1,3}(?![가-힣])|" + ROAD + "(?![가-힣]))");

    /** A village or a road with a number, without what lies above. */
    private static final Pattern LOCAL = Pattern.compile(
            "(?<![가-힣0-9])(?:[가-힣]{2,5}[0-9]?(?:동|읍|면|리)\\s(?:산\\s?)?[1-9][0-9]{0,3}(?:-[0-9]{1,4}|\\s?번지)|[가-힣]{2,8}(?:대로|로|길)\\s?[0-9]{1,4}번?길\\s?[0-9]{1,4}(?:-[0-9]{1,3})?|[가-힣]{2,8}(?:대로|로)\\s[0-9]{1,4}(?:-[0-9]{1,3})?(?=[,\\s)]*(?:[0-9]{1,4}동|[0-9]{1,5}호|[0-9]{1,2}층|\\())|[가-힣]{2,8}길\\s[0-9]{1,3}-[0-9]{1,3}(?![-0-9])|[가-힣]{2,8}지구\\s?[A-Z]{0,2}-?[0-9]{1,3}\\s?(?:블록|BL)|[가-힣0-9]{2,12}(?:아파트|빌라|오피스텔|맨션)(?=\\s?[0-9]))"
                    + INSIDE);

    /** 역삼1동, and no building of a hospital. */
    private static final Pattern NUMBERED_QUARTER =
            Pattern.compile("(?!본관|신관|별관|서관|동관|남관|북관|기숙사|연구|병동|단지)[가-힣]{2,3}[1-9][0-9]?동(?=$|[\\s.,)]|에|주민|행정|거주)");

    /** A block of flats, with building and door. */
    private static final Pattern COMPLEX = Pattern.compile(
            "(?:[가-힣A-Za-z]{2,12}\\s?[0-9]{1,2}\\s?단지|[가-힣]{2,8}(?:주공|아파트|자이|래미안|푸르지오|힐스테이트)\\s?[0-9]{0,2}(?:차|단지)?(?=\\s?[0-9]{3,4}동))(?:\\s?[0-9]{1,4}동)?(?:\\s?[0-9]{1,4}호)?");

    /** A city by its short name and a quarter: 전주 효자동, 성남 분당. */
    private static final Pattern QUARTER = Pattern.compile(
            "[가-힣]{2,4}\\s(?:[가-힣]{1,4}[0-9]?(?:구|동|읍|면|리)(?=$|[^가-힣]|(?:로|에|라|의|은|는|이|가|을|인데|입니다|이고|에서|으로))|(?:분당|일산|평촌|동탄|산본|중동|상동|송도|청라|판교|수지|기흥|영통|해운대|둔산|상무|수성)(?![가-힣]{2}))");

    /** A province, and what lies below it by its short name: 서울 마포 서교동 395-166. */
    private static final Pattern SHORT = Pattern.compile("(?<![가-힣])" + SIDO + "\\s(?:[가-힣]{2,4}\\s)?"
            + "[가-힣]{1,5}[0-9]?(?:읍|면|동|리)"
            + "(?:(?:\\s[가-힣]{1,5}리)?\\s" + LOT + "(?![0-9%:/]|\\.[0-9]|\\s?(?:세|살|년|월|일|개|명|회|mg|시|차))|\\s" + BUILDING
            + "(?:\\s?[0-9]{1,5}(?:-[0-9]{1,5})?)?|(?=$|[^가-힣]|(?:로|에|라|의|은|는|이|가|을|인데|입니다|이고|에서|으로)(?![가-힣]{2})))"
            + INSIDE);

    /** A building whose parts are named by syllables, with a room. */
    private static final Pattern WING = Pattern.compile(
            "(?:[가-힣]{2,5}[0-9]?(?:동|리)\\s)?(?:[가-힣]{2,8}\\s)?[가나다라마바사아자차카타파하]동\\s?[0-9]{2,4}호(?![가-힣]*[흡선])");

    /** A crossing, which places say instead of an address. */
    private static final Pattern CROSSING = Pattern.compile("(?<![가-힣])[가-힣]{2,6}(?:사거리|오거리|삼거리|네거리|로터리|교차로|나들목)");

    /** A place of a motorway: 영동고속도로 대관령IC, 안성휴게소. */
    private static final Pattern MOTORWAY = Pattern.compile(
            "(?<![가-힣])(?:[가-힣]{2,6}(?:고속도로|국도)\\s?)?[가-힣]{2,6}(?:IC|JC|TG|휴게소|톨게이트|분기점)(?![A-Za-z])"
                    + "|(?<![가-힣])[가-힣]{2,6}(?:고속도로|국도)\\s(?:[가-힣]{1,6}\\s){0,2}[0-9]{1,3}(?:\\.[0-9])?\\s?(?:km|킬로)(?:\\s?지점)?");

    private static final Pattern BOX = Pattern.compile("사서함\\s?(?:제\\s?)?[0-9]{1,5}(?:-[0-9]{1,4})?\\s?호?");

    private static final Pattern ROOM = Pattern.compile("(?<![0-9A-Za-z])[0-9]{2,4}동\\s?[0-9]{2,5}호(?![가-힣]*선)");

    private static final Pattern PLACE = Pattern.compile(
            "(?<![가-힣])(?:" + SIDO + "\\s)?(?<d>" + DISTRICT
                    + ")(?:\\s(?<e>[가-힣]{1,4}구)(?!보건|청|의회|소방|경찰|정신|치매|선거))?(?:\\s[가-힣]{1,4}[0-9]?(?:읍|면|동|리)(?=$|[^가-힣]|(?:로|에|라|의|은|는|이|가|을|인데|입니다|이고|에서|으로)))?");

    private static final Pattern CITY = Pattern.compile(
            "(?<![가-힣])(?<c>[가-힣]{2,4})(?=(?:에서?|의|으?로)?\\s?(?:거주|살|사는|소재|이사|출신|출생|토박이|고향|본가|친정|시댁|자택|집|태생|올라|내려|왔|오신|오심|오셨|방문차|다녀|지내|지냄|계시|계심|농사|어업|여행|요양 중|이주|귀향|귀촌))");

    private static final Pattern ISLAND = Pattern.compile(
            "(?<![가-힣])(?:울릉|제주|거제|강화|백령|흑산|완|거문|연평|안면|영종|대부|보길|청산|욕지|추자|선유|한산|덕적|교동|석모|신안|비금|도초|노화|금오|돌산|사량|매물)도(?=$|[^가-힣]|에|의|로|으로|출|거주|사는|살)");

    /** Cities whose name is no other word, where somebody is, goes or comes from. */
    private static final Pattern PLAIN_CITY = Pattern.compile(
            "(?<![가-힣])(?:수원|성남|의정부|안양|부천|광명|평택|동두천|안산|과천|남양주|시흥|군포|의왕|하남|용인|파주|안성|김포|양평|춘천|강릉|태백|속초|삼척|홍천|횡성|평창|철원|청주|충주|제천|천안|서산|논산|당진|전주|군산|익산|정읍|남원|김제|여수|순천|나주|광양|목포|담양|구례|고흥|화순|강진|해남|영암|무안|함평|포항|경주|김천|안동|영주|영천|문경|경산|영덕|울진|창원|마산|진해|통영|김해|밀양|거제|함안|창녕|산청|거창|합천|서귀포|가평|포천|연천|여주|화천|괴산|증평|보은|옥천|단양|홍성|태안|서천|청양|고창|부안|순창|임실|완주|무주|곡성|보성|장흥|장성|신안|완도|의성|청송|봉화|예천|칠곡|청도|울릉|남해|하동|함양)(?:시|군)?"
                    + "(?=(?:에서|으로|로|에|까지|쪽)(?:는|도|의)?(?:$|[^가-힣])|\\s(?:사는|사시는|사신다|사심|살다|큰집|집|본가|친정|시댁|터미널|고향|출신|토박이|댁))");

    private static final List<String> CITIES_ABROAD = List.of(
            "도쿄 동경 오사카 교토 나고야 후쿠오카 삿포로 요코하마 고베 히로시마 베이징 북경 상하이 광저우 심천 칭다오 다롄 대련 옌볜 연변 하얼빈 선양 심양 타이베이 하노이 호찌민 호치민 다낭 하이퐁 방콕 치앙마이 마닐라 자카르타 프놈펜 비엔티안 양곤 쿠알라룸푸르 카트만두 뭄바이 울란바토르 타슈켄트 알마티 모스크바 블라디보스토크 런던 베를린 뮌헨 프랑크푸르트 로마 밀라노 마드리드 바르셀로나 뉴욕 로스앤젤레스 시카고 애틀랜타 휴스턴 댈러스 보스턴 시애틀 샌프란시스코 밴쿠버 토론토 시드니 멜버른 오클랜드"
                    .split(" ", -1));

    private static final LetterPairs ABROAD_STARTS = LetterPairs.of(CITIES_ABROAD);

    /** A city abroad where somebody is, goes or comes from. */
    private static final Pattern ABROAD = Pattern.compile("(?<![가-힣])(?:" + String.join("|", CITIES_ABROAD)
            + ")(?=(?:에서|으로|로|에)(?:는|도|의)?(?:$|[^가-힣])|\\s?(?:본사|지사|출신|거주|출장|여행|유학|이주|이민|체류|복귀|귀국|돌아))");

    /** A way out of a station of the underground, or a place near one. */
    private static final Pattern STATION = Pattern.compile(
            "(?<![가-힣])(?!(?:지|구|영|면|방|통|번|용|권|전|병|현|검|주|음|수|무|하|유|반|대|가|부|노)역)[가-힣]{1,6}역(?:\\s?[0-9]{1,2}번\\s?출구|(?=\\s(?:앞|근처|부근|인근|출구)))");

    private static final Pattern POSTCODE = Pattern.compile(
            "(?<=우편번호[:\\s]{0,3}|우\\)\\s?|우\\s?\\(?|\\(우\\)?\\s?|〒\\s?)[0-9]{3}-?[0-9]{2,3}(?![0-9])|\\([0-9]{5}\\)(?=\\s?[가-힣]{2,7}[시도]\\s)");

    private static final Pattern POSTCODE_BEFORE = Pattern.compile("\\([0-9]{5}\\)\\s?$");

    /** Last syllables of villages, roads and buildings. */
    private static final String LOCAL_ENDS = "동읍면리로길구트라텔션호";

    private static final List<String> BRANDS = List.of("주공", "아파트", "자이", "래미안", "푸르지오", "힐스테이트");

    private final Set<String> sido;
    private final Set<String> sigungu;
    private final Set<String> cities;
    private final LetterPairs regionStarts;

    KoreanAddresses(Lexicon lexicon) {
        sido = lexicon.korean("sido");
        sigungu = lexicon.korean("sigungu");
        cities = lexicon.korean("cities");
        List<String> regions = new ArrayList<>(sido);
        regions.addAll(sigungu);
        regions.addAll(cities);
        regionStarts = LetterPairs.of(regions);
    }

    private static void postcodes(Claims claims, String text) {
        for (int at = 1; at < text.length(); at++) {
            boolean begins = text.charAt(at) == '('
                    || (Character.isDigit(text.charAt(at)) && !Character.isDigit(text.charAt(at - 1)));
            if (begins) {
                Matcher post = Window.at(POSTCODE, text, at);
                if (post.lookingAt()) {
                    claims.claim(at, post.end(), IdentifierType.ADDRESS);
                    at = post.end() - 1;
                }
            }
        }
    }

    void claim(Claims claims, List<Token> tokens) {
        String text = claims.text();
        if (claims.has(Mark.KOREAN_POSTCODE) || text.indexOf('〒') >= 0) {
            postcodes(claims, text);
        }
        if (claims.has(Mark.CROSSING)) {
            all(claims, CROSSING);
        }
        for (Token token : tokens) {
            if (token.hangul() && token.text().indexOf('역') > 0) {
                claimAt(claims, STATION, token.start());
            }
        }
        for (Token token : tokens) {
            if (token.hangul() && regionStarts.has(token.text(), 0) && !claims.isTaken(token.start())) {
                region(claims, token);
            }
            if (token.hangul() && ABROAD_STARTS.has(token.text(), 0) && !claims.isTaken(token.start())) {
                claimAt(claims, ABROAD, token.start());
            }
            if (token.hangul() && token.text().indexOf('도') > 0 && !claims.isTaken(token.start())) {
                claimAt(claims, ISLAND, token.start());
            }
        }
        if (claims.has(Mark.MOTORWAY) || (claims.has(Mark.JUNCTION) && hasJunction(text))) {
            all(claims, MOTORWAY);
        }
        if (claims.has(Mark.KOREAN_BOX)) {
            all(claims, BOX);
        }
        if (hasWing(text)) {
            all(claims, WING);
        }
        boolean estate = claims.has(Mark.ESTATE);
        boolean complex = claims.has(Mark.COMPLEX);
        for (Token token : tokens) {
            if (!token.hangul() || claims.isTaken(token.start())) {
                continue;
            }
            if (complex && (estate || hasBrand(token.text()))) {
                claimAt(claims, COMPLEX, token.start());
            }
            if (token.word().is(Word.CITY, word -> cities.contains(word.text()))) {
                claimAt(claims, QUARTER, token.start());
            }
        }
        for (Token token : tokens) {
            if (token.hangul()
                    && !claims.isTaken(token.start())
                    && LOCAL_ENDS.indexOf(token.text().charAt(token.text().length() - 1)) >= 0) {
                if (isNumbered(text, token.end())) {
                    claimAt(claims, LOCAL, token.start());
                }
                if (token.text().startsWith("동")
                        && token.start() > 0
                        && Character.isDigit(text.charAt(token.start() - 1))) {
                    int digit = firstDigit(text, token.start() - 1);
                    claimAt(claims, ROOM, digit);
                    claimAt(claims, NUMBERED_QUARTER, startOfHangul(text, digit));
                }
            }
        }
    }

    private static int startOfHangul(String text, int end) {
        int start = end;
        while (start > 0 && Token.isHangul(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Two letters for a junction right behind Hangul. */
    private static boolean hasJunction(String text) {
        for (int at = 1; at + 1 < text.length(); at++) {
            if (Token.isHangul(text.charAt(at - 1)) && JUNCTIONS.has(text, at)) {
                return true;
            }
        }
        return false;
    }

    private static final LetterPairs JUNCTIONS = LetterPairs.of(List.of("IC", "JC", "TG"));

    private static boolean hasBrand(String word) {
        for (String brand : BRANDS) {
            if (word.contains(brand)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number stands right behind, or 산 that announces one. */
    private static boolean isNumbered(String text, int at) {
        boolean blank = at < text.length() && Character.isWhitespace(text.charAt(at));
        int next = blank ? at + 1 : at;
        return next < text.length() && (Character.isDigit(text.charAt(next)) || (blank && text.charAt(next) == '산'));
    }

    /** 가동 to 하동, and a number. */
    private static boolean hasWing(String text) {
        for (int at = text.indexOf('동', 1); at > 0; at = text.indexOf('동', at + 1)) {
            int next = at + 1 < text.length() && text.charAt(at + 1) == ' ' ? at + 2 : at + 1;
            if (WINGS.indexOf(text.charAt(at - 1)) >= 0
                    && next < text.length()
                    && Character.isDigit(text.charAt(next))) {
                return true;
            }
        }
        return false;
    }

    private static final String WINGS = "가나다라마바사아자차카타파하";

    private static void all(Claims claims, Pattern form) {
        for (Matcher found = form.matcher(claims.text()); found.find(); ) {
            claims.claim(found.start(), found.end(), IdentifierType.ADDRESS);
        }
    }

    private void region(Claims claims, Token token) {
        String word = token.text();
        boolean whole = isRegion(word) || startsWithRegion(word);
        if (whole && claimAt(claims, WHOLE, token.start())) {
            Matcher code =
                    POSTCODE_BEFORE.matcher(claims.text().substring(Math.max(0, token.start() - 8), token.start()));
            if (code.find()) {
                claims.claim(token.start() - code.group().length(), token.start(), IdentifierType.ADDRESS);
            }
            return;
        }
        if (whole && sido.contains(word) && claimAt(claims, SHORT, token.start())) {
            return;
        }
        if (whole) {
            Matcher place = Window.at(PLACE, claims.text(), token.start());
            if (place.lookingAt()
                    && sigungu.contains(place.group("d"))
                    && (place.end("d") > token.end()
                            || KoreanGrammar.isBare(
                                    claims.text().substring(place.end("d"), Math.max(place.end("d"), token.end()))))) {
                String second = place.group("e");
                boolean both = second == null || sigungu.contains(second);
                claims.claim(place.start(), both ? place.end() : place.end("d"), IdentifierType.ADDRESS);
                return;
            }
        }
        if (claimAt(claims, PLAIN_CITY, token.start())) {
            return;
        }
        for (int length = 2; length <= Math.min(4, word.length()); length++) {
            if (cities.contains(word.substring(0, length))) {
                Matcher city = Window.at(CITY, claims.text(), token.start());
                if (city.lookingAt() && city.end("c") == token.start() + length) {
                    claims.claim(city.start(), city.end("c"), IdentifierType.ADDRESS);
                }
            }
        }
    }

    /** 수원시에서, 서울시강남구: a region with something attached. */
    private boolean startsWithRegion(String word) {
        for (int length = Math.min(7, word.length()); length >= 2; length--) {
            String start = word.substring(0, length);
            if (sigungu.contains(start) || sido.contains(start)) {
                return true;
            }
        }
        return false;
    }

    private static int firstDigit(String text, int at) {
        int first = at;
        while (first > 0 && Character.isDigit(text.charAt(first - 1))) {
            first--;
        }
        return first;
    }

    private static boolean claimAt(Claims claims, Pattern pattern, int at) {
        Matcher matcher = Window.at(pattern, claims.text(), at);
        return matcher.lookingAt()
                && claims.claim(at, trimmed(claims.text(), at, matcher.end()), IdentifierType.ADDRESS);
    }

    /** Whether it begins with a 시도 or a known 시군구, and not with 운동시 or 수술시. */
    private boolean isRegion(String words) {
        int end = 0;
        while (end < words.length() && Token.isHangul(words.charAt(end))) {
            end++;
        }
        String first = words.substring(0, end);
        if (sigungu.contains(first)) {
            return true;
        }
        for (int length = Math.min(7, first.length()); length >= 2; length--) {
            if (sido.contains(first.substring(0, length))
                    && (length == first.length() || sigungu.contains(first.substring(length)))) {
                return true;
            }
        }
        return false;
    }

    private static int trimmed(String text, int start, int end) {
        int e = end;
        while (e > start && (text.charAt(e - 1) == ' ' || text.charAt(e - 1) == ',')) {
            e--;
        }
        return e;
    }
}
