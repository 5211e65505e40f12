package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Other values in the place of those that were found, chosen by the key: equal originals, equal surrogates. */
final class Surrogates {

    private static final String[] KOREAN_SURNAMES =
            words("김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 홍 전 고 문 양 손 배 백 허 남 심 노");

    /** Given names that end in a consonant, and those that end in a vowel: so the particle behind stays right. */
    private static final String[] CLOSED = words(
            "서준 도윤 예준 하준 지훈 준혁 시윤 지환 승현 유준 민준 서연 하윤 지민 서윤 채원 지원 수빈 예린 다은 소윤 가은 나은 하은 세은 지은 재원 동현 상훈 진혁 태윤 현준 성민 우진 은찬 규민 해린 보람 다온 새봄");

    private static final String[] OPEN = words(
            "지우 시우 현우 연우 은우 건우 승우 정우 선우 준서 민서 은서 진서 윤서 지호 준호 민호 성호 수아 지아 서아 유나 예나 하나 다미 소미 지수 민지 수지 은지 현지 영지 세라 유리 나라 재희 준희 도희 승희 태호");

    private static final String[] GIVEN = words(
            "Alex Robin Casey Morgan Taylor Jamie Jordan Riley Avery Quinn Rowan Reese Skyler Emery Dana Kerry Leslie Marion Noel Tracy Shelby Sidney Terry Lee Kim Pat Drew Harper Finley Hayden Logan Parker");

    private static final String[] FAMILY = words(
            "Abbott Barlow Calloway Denning Ellery Farrow Garland Hadley Ingram Jarvis Kendrick Langford Marlow Norwell Oakley Penrose Quimby Radley Selwyn Tolland Underhill Varley Wexford Yardley Ashby Brockton Coverdale Dunmore Eastman Fenwick Gresham Holloway Ivers Jessop Kirkland Lockhart Merton Newbury Orwell Pickford");

    private static final String[] ROMAN_SURNAMES =
            words("Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Hong Bae");
    private static final String[] ROMAN_GIVEN = words(
            "Minjun Seojun Doyun Jihoon Hyunwoo Seoyeon Jiwoo Minseo Haeun Yuna Jisoo Dahyun Sungmin Taeho Eunji Jaewon Soobin Chaewon Junho Yerin");

    private static final String[] KOREAN_ORGANISATIONS =
            words("가온 나래 다솜 라온 마루 바른샘 새론 아람 자연 초롱 한결 해솔 은하 단비 도담 미르 보람 솔빛 여울 푸름 누리 가람 늘봄 두레 온새미 참빛 하늬 해오름 한빛 별빛");

    private static final String[] ORGANISATIONS = words(
            "Fairmont Brookside Eastfield Westbridge Northgate Southwell Clearwater Stonebrook Ashgrove Birchwood Cedarfield Elmhurst Foxglen Glenmoor Hazelwood Ironbridge Kingsmere Larkspur Meadowbrook Newhaven Oakmont Pinecrest Ridgeview Silverlake Thornfield Umberland Valewood Willowdale Yarrow Amberly");

    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final Pattern PARTS = Pattern.compile("[ ,]+");

    private final KeyedHash hash;
    private final Lexicon lexicon;
    private final KoreanGrammar grammar;

    /** Of Korean organisations, the longest first. */
    private final List<String> suffixes;

    Surrogates(KeyedHash hash, Lexicon lexicon) {
        this.hash = hash;
        this.lexicon = lexicon;
        this.grammar = new KoreanGrammar(lexicon);
        suffixes = lexicon.korean("suffixes").stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    private static String[] words(String list) {
        return list.split(" ", -1);
    }

    /** What one note tells of its persons: a surname or given name alone means the one full name that has it. */
    final class OfNote {
        private final List<String> names = new ArrayList<>();

        private OfNote(List<Finding> findings) {
            findings.stream()
                    .filter(f -> f.type() == IdentifierType.NAME)
                    .map(Finding::key)
                    .distinct()
                    .forEach(names::add);
        }

        /** @param written the finding's part of the note, folded */
        String of(Finding finding, String written) {
            return switch (finding.type()) {
                case NAME ->
                    Token.isHangul(written.charAt(0)) ? korean(finding.key(), written) : latin(finding.key(), written);
                case ORGANIZATION -> organisation(written);
                case AGE -> written.matches("[^0-9]*") ? "90+" : written.replaceFirst("[0-9]+", "90+");
                default -> sameShape(finding.type(), written);
            };
        }

        private String korean(String key, String written) {
            String compact = BLANK.matcher(written).replaceAll("");
            int surname = grammar.surname(compact);
            if (compact.length() == surname) {
                List<String> fitting = names.stream()
                        .filter(n -> n.length() > surname + 1 && n.startsWith(compact))
                        .toList();
                return koreanSurname(fitting.size() == 1 ? fitting.get(0) : compact, compact);
            }
            if (!compact.chars().allMatch(c -> Token.isHangul((char) c))) {
                return koreanSurname(compact, compact.substring(0, 1)) + compact.substring(1);
            }
            boolean givenAlone = compact.length() == 2 && grammar.isGiven(compact);
            if (compact.equals(key)
                    && !givenAlone
                    && surname > 0
                    && compact.length() > surname + (key.length() > 2 ? 1 : 0)) {
                return koreanSurname(key, compact.substring(0, surname)) + koreanGiven(key, compact);
            }
            return koreanGiven(key, compact);
        }

        private String latin(String key, String written) {
            List<String> fitting = names.stream()
                    .filter(n -> !n.equals(key) && hasWord(n, key))
                    .toList();
            String person = fitting.size() == 1 ? fitting.get(0) : key;
            return rewritten(person, written);
        }
    }

    private static boolean hasWord(String words, String word) {
        return word.indexOf(' ') < 0 && (" " + words + " ").contains(" " + word + " ");
    }

    OfNote ofNote(List<Finding> findings) {
        return new OfNote(findings);
    }

    /** Never the original's own. */
    private String chosen(String purpose, String key, String[] from, String original) {
        int at = hash.choice(purpose, key, from.length);
        return from[at].equalsIgnoreCase(original) ? from[(at + 1) % from.length] : from[at];
    }

    private String koreanSurname(String key, String original) {
        return chosen("name:surname", key, KOREAN_SURNAMES, original);
    }

    private String koreanGiven(String key, String written) {
        char last = written.charAt(written.length() - 1);
        boolean closed = (last - 0xac00) % 28 != 0;
        int surname = grammar.surname(written);
        return chosen(
                "name:given", key, closed ? CLOSED : OPEN, written.substring(Math.min(surname, written.length() - 1)));
    }

    private String rewritten(String person, String written) {
        String[] parts = PARTS.split(person, -1);
        String first = parts[0];
        String last = parts[parts.length - 1];
        boolean roman = parts.length > 1 && RomanisedKorean.isName(first, last, parts.length == 3 ? parts[1] : "");
        boolean comma = written.contains(",");
        String key = sorted(parts);
        String family = chosen("name:family", key, roman ? ROMAN_SURNAMES : FAMILY, last);
        String given = chosen("name:given", key, roman ? ROMAN_GIVEN : GIVEN, first);
        boolean surnameFirst =
                comma || (roman && RomanisedKorean.isName(first, parts[1], "") && !lexicon.isFamily(last));
        StringBuilder out = new StringBuilder();
        List<Token> tokens = Token.of(written);
        int at = 0;
        boolean familyWritten = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            out.append(written, at, token.start());
            at = token.end();
            String lower = Lexicon.lower(token.text());
            boolean isFamily = tokens.size() == 1
                    ? parts.length > 1
                            ? lower.equals(last) || person.endsWith(lower)
                            : lexicon.isFamily(lower) || !lexicon.isGiven(lower)
                    : surnameFirst ? i == 0 : i == tokens.size() - 1;
            String other = isFamily && !familyWritten ? family : given;
            familyWritten |= isFamily;
            out.append(inStyle(token.text(), other));
        }
        return out.append(written, at, written.length()).toString();
    }

    /** {@code Smith, John} and {@code John Smith} are one person. */
    private static String sorted(String[] parts) {
        return java.util.Arrays.stream(parts)
                .filter(p -> p.length() > 1)
                .sorted()
                .reduce("", (a, b) -> a + " " + b);
    }

    private static String inStyle(String original, String other) {
        if (original.length() == 1) {
            return other.substring(0, 1);
        }
        boolean shouted = original.equals(original.toUpperCase(Locale.ROOT));
        boolean small = original.equals(Lexicon.lower(original));
        return shouted ? other.toUpperCase(Locale.ROOT) : small ? Lexicon.lower(other) : other;
    }

    private String organisation(String written) {
        String key = BLANK.matcher(written).replaceAll("");
        if (written.chars().anyMatch(c -> Token.isHangul((char) c))) {
            String suffix =
                    suffixes.stream().filter(written::endsWith).findFirst().orElse("");
            return chosen("organisation", key, KOREAN_ORGANISATIONS, "") + suffix;
        }
        String[] words = written.split(" ", -1);
        String last = words[words.length - 1];
        boolean kind = words.length > 1 && !last.isEmpty() && lexicon.isOrdinary(Lexicon.lower(last));
        return chosen("organisation", Lexicon.lower(key), ORGANISATIONS, "") + (kind ? " " + last : "");
    }

    /** Digits for digits and letters for letters. */
    private String sameShape(IdentifierType type, String written) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            int choice = hash.choice(type.word() + ":" + i, written, 26 * 10);
            if (c >= '0' && c <= '9') {
                out.append((char) ('0' + choice % 10));
            } else if (c >= 'a' && c <= 'z') {
                out.append((char) ('a' + choice % 26));
            } else if (c >= 'A' && c <= 'Z') {
                out.append((char) ('A' + choice % 26));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
