package dari.provisioner.scrub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Names, places, employers, dates and numbers of nobody, drawn at random for {@link TrainingNotes}. */
final class InventedWords {

    private final List<String> given = new ArrayList<>();
    private final List<String> family = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> eponyms = new ArrayList<>();
    private final List<String> koreanGiven;
    private final List<String> first;
    private final List<String> last;
    private final List<String> nouns;
    private final Random random;

    InventedWords(Lexicon lexicon, Random random) {
        this.random = random;
        koreanGiven = lexicon.korean("given").stream()
                .filter(g -> g.length() == 2)
                .sorted()
                .toList();
        first = lexicon.korean("first").stream().sorted().toList();
        last = lexicon.korean("last").stream().sorted().toList();
        List<String> syllables = Stream.concat(
                        Stream.of((WordPools.KOREAN_SURNAMES + WordPools.NOUN_SYLLABLES).split("", -1)),
                        Stream.concat(first.stream(), last.stream()))
                .filter(s -> s.length() == 1)
                .distinct()
                .toList();
        nouns = nouns(syllables, syllables);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(Lexicon.class.getResourceAsStream("latin-words.txt.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String word = line.substring(0, line.indexOf(' '));
                int flags = Integer.parseInt(line.substring(word.length() + 1));
                boolean usual = (word.length() > 2 && (flags & LatinWords.WORD) == 0) || random.nextInt(8) == 0;
                if ((flags & LatinWords.GIVEN) != 0 && usual) {
                    given.add(word);
                }
                if ((flags & LatinWords.FAMILY) != 0 && usual) {
                    family.add(word);
                }
                if (flags == LatinWords.PLACE || ((flags & LatinWords.PLACE) != 0 && random.nextInt(4) == 0)) {
                    places.add(word);
                }
                if (flags == LatinWords.WORD) {
                    words.add(word);
                }
                if (lexicon.isEponym(word)) {
                    eponyms.add(word);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    static String title(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    String givenName() {
        String name = title(of(chance(8) ? family : given));
        return chance(4) ? name + "-" + title(of(given)) : name;
    }

    String familyName() {
        String name = of(chance(15) ? given : family);
        if (chance(4)) {
            return of(List.of("O'", "Mc", "Mac", "D'")) + title(name);
        }
        if (chance(4)) {
            return of(List.of("van ", "de ", "van der ", "von ", "de la ", "Di ", "El ", "bin ", "St. ", "Le "))
                    + title(name);
        }
        if (chance(8)) {
            return title(name) + (chance(70) ? "-" : " ") + title(of(family));
        }
        return title(name);
    }

    private String initial() {
        return String.valueOf((char) ('A' + random.nextInt(26)));
    }

    String person() {
        String g = givenName();
        String f = familyName();
        return switch (random.nextInt(16)) {
            case 0 -> f + ", " + g;
            case 1 -> initial() + ". " + f;
            case 2 -> (f + ", " + g).toUpperCase(java.util.Locale.ROOT);
            case 3 -> g + " " + initial() + ". " + f;
            case 4 -> (g + " " + f).toUpperCase(java.util.Locale.ROOT);
            case 5 -> initial() + " " + f;
            case 6 -> (g + " " + f).toLowerCase(java.util.Locale.ROOT);
            case 7 -> g + " " + givenName() + " " + f;
            case 8 -> f + ", " + g + " " + initial();
            default -> g + " " + f;
        };
    }

    String koreanGiven() {
        if (chance(14)) {
            return of(WordPools.WORD_NAMES);
        }
        return chance(50) ? of(koreanGiven) : of(first) + of(last);
    }

    String koreanSurname() {
        return chance(3)
                ? of(WordPools.TWO_SURNAMES)
                : syllable(chance(18) ? WordPools.RARE_SURNAMES : WordPools.KOREAN_SURNAMES);
    }

    private String syllable(String of) {
        return String.valueOf(of.charAt(random.nextInt(of.length())));
    }

    String korean() {
        String given = chance(5) ? of(last) : koreanGiven();
        return koreanSurname() + (chance(2) ? given + of(last) : given);
    }

    String foreign() {
        int n = 1 + random.nextInt(3);
        StringBuilder name = new StringBuilder(foreignWord());
        for (int i = 1; i < n; i++) {
            name.append(' ').append(foreignWord());
        }
        return name.toString();
    }

    private String foreignWord() {
        if (chance(60)) {
            return of(WordPools.FOREIGN);
        }
        StringBuilder word = new StringBuilder();
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            word.append(syllable(WordPools.FOREIGN_SYLLABLES));
        }
        return word.toString();
    }

    String romanised() {
        List<String> surnames = WordPools.list(
                "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Ryu Hong Nam Moon Bae Baek Heo No Ha Min Noh Koo Jeon Yang");
        List<String> syllables = WordPools.list(
                "min ji hyun soo young jin seo woo jun ho eun hye kyung sung hee joon mi ra na yeon tae hwan dong gyu bin ah su jae sang chul ki hoon in won byung");
        String given = title(of(syllables)) + (chance(40) ? "-" : chance(50) ? "" : " ") + of(syllables);
        return chance(60) ? of(surnames) + " " + given : given + " " + of(surnames);
    }

    String place() {
        String name = title(of(places));
        return chance(15)
                ? of(List.of(
                                "North ", "South ", "East ", "West ", "New ", "Port ", "Lake ", "Mount ", "St. ",
                                "Fort ", "San "))
                        + name
                : name;
    }

    String organisation() {
        if (chance(25)) {
            return of(WordPools.EN_ORG_KNOWN);
        }
        String kind = of(chance(55) ? WordPools.EN_CARE : WordPools.EN_OTHER);
        String front = switch (random.nextInt(6)) {
            case 0 -> title(of(places));
            case 1 -> of(List.of("St. ", "St ", "Saint ")) + title(of(given)) + (chance(50) ? "'s" : "");
            case 2 ->
                title(of(words)) + " "
                        + of(
                                WordPools.list(
                                        "Ridge Creek Hill Valley Park Grove Lake River Meadows Point Bay Springs Oaks Haven Field Hollow"));
            case 3 -> familyName();
            case 4 -> title(of(words));
            default ->
                title(of(places)) + " "
                        + of(WordPools.list("County City Valley General Regional Memorial Community Central"));
        };
        return chance(8)
                ? kind.replace("& Sons", "Center") + " of " + title(of(places))
                : chance(6) ? front : front + " " + kind;
    }

    String koreanOrganisation() {
        if (chance(20)) {
            return of(WordPools.KO_KNOWN);
        }
        String front = switch (random.nextInt(5)) {
            case 0 -> of(WordPools.KO_PLACES);
            case 1 -> of(WordPools.KO_DONG);
            case 2 -> koreanSurname() + koreanGiven();
            case 3 -> of(WordPools.KO_PLACES) + of(WordPools.KO_ORG_FRONT);
            default -> of(WordPools.KO_ORG_FRONT);
        };
        return (chance(3) ? "(주)" : "") + front + of(chance(60) ? WordPools.KO_CARE : WordPools.KO_OTHER);
    }

    String koreanTown() {
        return switch (random.nextInt(7)) {
            case 5 -> of(WordPools.TOWNS_ABROAD);
            case 6 -> of(WordPools.KO_DONG) + of(WordPools.list("역 시장 공원 터널 마을 항 리 사거리 초등학교앞 해수욕장"));
            case 0 -> of(WordPools.KO_PLACES) + " " + of(WordPools.KO_DONG) + "동";
            case 1 -> of(WordPools.KO_DONG) + "동";
            case 2 -> of(WordPools.KO_PLACES) + of(WordPools.list("시 군"));
            default -> of(WordPools.KO_PLACES);
        };
    }

    String koreanAddress() {
        String front =
                (chance(50) ? of(WordPools.KO_PLACES) + of(List.of("시 ", "군 ", " ")) : "") + of(WordPools.KO_DONG);
        return switch (random.nextInt(4)) {
            case 0 ->
                front + of(WordPools.list("구 동")) + " " + of(WordPools.KO_DONG) + of(WordPools.list("로 길")) + " "
                        + number(3);
            case 1 -> front + "동 " + number(3) + "-" + number(2) + "번지";
            case 2 -> front + of(WordPools.list("로 대로")) + number(2) + "번길 " + number(2) + ", " + number(3) + "호";
            default -> front + "동 " + of(WordPools.KO_ORG_FRONT) + "아파트 " + number(3) + "동 " + number(4) + "호";
        };
    }

    String address() {
        String street = number(1 + random.nextInt(4)) + " " + title(of(chance(50) ? places : words)) + " "
                + of(WordPools.list(
                        "Street St Road Rd Avenue Ave Lane Ln Drive Dr Court Way Blvd Terrace Close Place Crescent"));
        if (chance(25)) {
            street += of(List.of(" Apt ", ", Unit ", " #", ", Flat ")) + number(2);
        }
        return chance(60) ? street + ", " + place() : street;
    }

    /** So many digits, the first no zero. */
    String number(int digits) {
        StringBuilder number = new StringBuilder().append(1 + random.nextInt(9));
        for (int i = 1; i < digits; i++) {
            number.append(random.nextInt(10));
        }
        return number.toString();
    }

    String small() {
        return String.valueOf(1 + random.nextInt(chance(50) ? 12 : 85));
    }

    String year() {
        String year = String.valueOf(1965 + random.nextInt(60));
        return chance(10) ? "'" + year.substring(2) : year;
    }

    String month() {
        return chance(40)
                ? of(WordPools.MONTHS)
                : chance(40)
                        ? of(WordPools.MONTHS) + " " + year()
                        : of(WordPools.list("spring summer autumn fall winter")) + (chance(60) ? " of " : " ") + year();
    }

    String date() {
        int y = 1950 + random.nextInt(75);
        int m = 1 + random.nextInt(12);
        int d = 1 + random.nextInt(28);
        String name = of(WordPools.MONTHS);
        return switch (random.nextInt(19)) {
            case 0 -> m + "/" + d + "/" + y;
            case 1 -> String.format("%02d/%02d/%04d", m, d, y);
            case 2 -> name + " " + d + ", " + y;
            case 3 -> d + " " + name + " " + y;
            case 4 -> y + String.format("-%02d-%02d", m, d);
            case 5 -> m + "/" + d + "/" + y % 100;
            case 6 -> name + " " + d;
            case 7 -> d + of(List.of("th", "st", "")) + " " + name;
            case 8 -> of(WordPools.WEEKDAYS) + ", " + name + " " + d;
            case 9 -> d + "-" + name + "-" + y;
            case 10 -> m + "/" + y;
            case 11 -> m + "/" + d;
            case 12 -> m + "-" + d;
            case 13 -> m + "/" + d + " " + time();
            case 14 -> name + " " + d + " " + time();
            case 15 -> "the " + d + "th";
            case 16 -> of(WordPools.WEEKDAYS) + " " + d + "th";
            case 17 -> of(List.of("mid-", "early ", "late ")) + name;
            default -> of(WordPools.WEEKDAYS) + " " + m + "/" + d;
        };
    }

    String koreanDate() {
        int y = 1940 + random.nextInt(85);
        int m = 1 + random.nextInt(12);
        int d = 1 + random.nextInt(28);
        return switch (random.nextInt(15)) {
            case 0 -> y + "년 " + m + "월 " + d + "일";
            case 1 -> y + "." + m + "." + d;
            case 2 -> String.format("%04d-%02d-%02d", y, m, d);
            case 3 -> m + "월 " + d + "일";
            case 4 -> m + "/" + d;
            case 5 -> String.format("%02d.%02d.%02d", y % 100, m, d);
            case 6 -> y + "년 " + m + "월";
            case 7 -> String.format("%02d%02d%02d", y % 100, m, d);
            case 8 -> d + "일";
            case 9 -> d + "일 " + time();
            case 10 -> m + "." + d;
            case 11 -> m + "." + d + " " + time();
            case 12 -> m + "월 " + of(WordPools.list("첫째주 둘째주 셋째주 초 중순 말"));
            case 13 -> m + "/" + d + "(" + of(WordPools.list("월 화 수 목 금 토 일")) + ") " + time();
            default -> "'" + y % 100 + "." + m + "." + d;
        };
    }

    String koreanMonth() {
        return chance(50)
                ? (1 + random.nextInt(12)) + "월" + of(List.of("", "", " 초", " 말", " 중순"))
                : (1990 + random.nextInt(35)) + "년 " + of(WordPools.list("봄 여름 가을 겨울"));
    }

    String holiday(boolean korean) {
        return of(korean ? WordPools.KO_HOLIDAYS : WordPools.HOLIDAYS);
    }

    String code() {
        return switch (random.nextInt(14)) {
            case 0 -> number(5 + random.nextInt(6));
            case 1 -> initial() + initial() + number(6);
            case 2 -> initial() + number(2) + "-" + number(5);
            case 3 -> number(4) + "-" + number(4);
            case 4 -> number(2) + "-" + initial() + initial() + "-" + number(4);
            case 5 -> number(2) + initial() + number(3) + initial() + initial();
            case 6 -> number(8);
            case 7 -> initial() + "-" + number(2);
            case 8 -> number(1) + initial() + "-" + number(2);
            case 9 -> initial() + initial() + " " + number(3) + " " + number(3) + " " + number(1);
            case 10 -> initial() + " " + number(4) + " " + number(4);
            case 11 -> of(WordPools.list("가 나 의 심 희 치 제")) + "-" + number(2) + "-" + number(4);
            case 12 -> number(4);
            default -> number(3) + "-" + number(2) + "-" + number(4);
        };
    }

    String initials() {
        String sign = of(List.of("", "", ".", "-"));
        return initial() + sign + initial() + sign + initial() + (sign.equals(".") ? "." : "");
    }

    String time() {
        String hour = String.format("%02d", random.nextInt(24));
        String minute = String.format("%02d", random.nextInt(60));
        return switch (random.nextInt(4)) {
            case 0 -> hour + minute;
            case 1 -> 1 + random.nextInt(12) + of(List.of("pm", "am", " am", " pm"));
            default -> hour + ":" + minute;
        };
    }

    String measure() {
        return switch (random.nextInt(12)) {
            case 7, 8 -> number(4);
            case 9 -> (17 + random.nextInt(4)) + "00-" + (20 + random.nextInt(4)) + "00";
            case 0 -> random.nextInt(20) + "/" + random.nextInt(60);
            case 1, 2 -> 1 + random.nextInt(12) + "/" + (1 + random.nextInt(30));
            case 3 -> (80 + random.nextInt(120)) + "/" + (40 + random.nextInt(70));
            case 4 -> number(2) + " x " + number(1) + " cm";
            case 5 -> number(2) + "%";
            case 6 -> number(1) + "-" + number(1);
            default -> random.nextInt(300) + "." + random.nextInt(10);
        };
    }

    /** A common noun that begins like a name: what names are most easily mistaken for. */
    String koreanNoun() {
        String noun = of(nouns);
        return chance(25) ? noun + of(nouns) : noun;
    }

    String koreanPredicate() {
        return of(nouns) + of(WordPools.KO_ENDINGS);
    }

    String loanWord() {
        return of(chance(25) ? WordPools.KO_DRUGS : WordPools.KO_LOANS);
    }

    String abbreviation() {
        StringBuilder letters = new StringBuilder();
        int n = 2 + random.nextInt(4);
        for (int i = 0; i < n; i++) {
            letters.append(initial());
        }
        return letters + (chance(15) ? number(1) : chance(8) ? "s" : "");
    }

    String medicalWord() {
        String stem = of(words);
        stem = stem.substring(0, Math.min(stem.length(), 3 + random.nextInt(4)));
        String made = stem + of(WordPools.MEDICAL_ENDINGS);
        return chance(25) ? title(made) : made;
    }

    String state() {
        return of(WordPools.STATES);
    }

    private static List<String> nouns(List<String> first, List<String> second) {
        KoreanMorphology morphology = new KoreanMorphology();
        List<String> nouns = new ArrayList<>();
        for (String a : first) {
            for (String b : second) {
                KoreanMorphology.Verdict verdict = morphology.of(a + b);
                if (verdict.noun() == 2 && verdict.first() == 2 && !verdict.verbal()) {
                    nouns.add(a + b);
                }
            }
        }
        return nouns;
    }

    String phone(boolean korean) {
        String sign = of(List.of("-", "-", ".", " ", ""));
        return korean
                ? of(List.of("010", "02", "031", "051")) + sign + number(4) + sign + number(4)
                : (chance(30) ? "(" + number(3) + ") " : number(3) + sign) + number(3) + sign + number(4);
    }

    String mail() {
        return of(given) + of(List.of(".", "_", "")) + of(family).replace("'", "") + "@"
                + of(WordPools.list("gmail.com naver.com yahoo.co.uk hospital.org mail.example"));
    }

    String web() {
        return of(List.of("https://www.", "www.", "http://")) + of(words) + of(WordPools.list(".com .org .co.kr")) + "/"
                + of(words);
    }

    String word() {
        return of(words);
    }

    String eponym() {
        return title(of(eponyms));
    }

    String drug(boolean korean) {
        if (korean) {
            return of(WordPools.KO_DRUGS);
        }
        if (chance(60)) {
            return of(WordPools.DRUGS);
        }
        String stem = of(words);
        String made = stem.substring(0, Math.min(3, stem.length()))
                + of(WordPools.list("a e i o u"))
                + of(
                        WordPools.list(
                                "mab tinib pril statin zole cillin mycin oxacin idine olol sartan gliptin vir zepam done xa ra vy ta rix zia"));
        return chance(50) ? title(made) : made;
    }
}
