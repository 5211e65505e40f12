package dari.provisioner.scrub;

import java.util.BitSet;
import java.util.Set;
import java.util.stream.Stream;

/** Surnames, given names, titles and particles, and how a word between spaces is put together of them. Immutable. */
final class KoreanGrammar {

    private static final Set<String> PARTICLES =
            WordSet.of("은 는 이 가 을 를 의 에게 께 께서 께서는 께서도 께는 께도 한테 한테서 와 과 랑 이랑 도 만 로 으로 부터 까지 에 에서 에는 야 아 이는 이가 이를 을의 이의 "
                    + "이와 이도 이에게 이라고 라고 이라는 라는 이며 이고 고 며 입니다 임 이다 이었음 였음 이에요 예요 네 측 등 및 에게서 에게는 에게도 보다 처럼 이나 나 으로부터 "
                    + "로부터 인 이란 란 이한테 님 씨 로서 으로서 에게로 마저 조차 이야 이서 서 께로 도와 하고 이하고 이네 들 만은 만이 에게만 였다 이었다 이신 이시며 이심 이세요 "
                    + "으로는 로는 이지만 댁 편 때문 관련 요 이요 이라 라 이라며 라며 님께 님이 님은 님의 님과 님도 님께서 님께서는 씨가 씨는 씨의 씨와 씨를 씨도 씨에게");

    /** Syllables of the longest particles together. */
    static final int LONGEST_PARTICLES =
            PARTICLES.stream().mapToInt(String::length).max().orElse(0);

    private static final int LONGEST_TITLE = 7;

    private final Set<String> titles;
    private final BitSet titleStarts;
    private final BitSet shortSurnames;
    private final LetterPairs longSurnames;
    private final Set<String> surnames;
    private final Set<String> sigunguWords;
    private final Set<String> citiesWords;
    private final Set<String> sidoWords;
    private final Set<String> notnamesWords;
    private final BitSet firstSyllables;
    private final BitSet lastSyllables;
    private final Set<String> givenWords;
    private final Set<String> surnametitlesWords;
    private final Set<String> commonSurnames;
    private final BitSet commonSyllables;

    KoreanGrammar(Lexicon lexicon) {
        titles = lexicon.korean("titles");
        titleStarts = syllables(titles.stream().map(title -> title.substring(0, 1)));
        surnames = lexicon.korean("surnames");
        shortSurnames = syllables(surnames.stream().filter(name -> name.length() == 1));
        longSurnames = LetterPairs.of(surnames);
        sigunguWords = lexicon.korean("sigungu");
        citiesWords = lexicon.korean("cities");
        sidoWords = lexicon.korean("sido");
        notnamesWords = lexicon.korean("notnames");
        firstSyllables = syllables(lexicon.korean("first").stream());
        lastSyllables = syllables(lexicon.korean("last").stream());
        givenWords = lexicon.korean("given");
        surnametitlesWords = lexicon.korean("surnametitles");
        commonSurnames = lexicon.korean("common");
        commonSyllables = syllables(commonSurnames.stream().filter(name -> name.length() == 1));
    }

    /** @param words of one syllable each */
    private static BitSet syllables(Stream<String> words) {
        BitSet syllables = new BitSet();
        words.forEach(word -> syllables.set(word.charAt(0)));
        return syllables;
    }

    /** Length of the surname a word begins with, two before one; 0 if none. */
    int surname(String word) {
        if (longSurnames.has(word, 0) && surnames.contains(word.substring(0, 2))) {
            return 2;
        }
        return !word.isEmpty() && shortSurnames.get(word.charAt(0)) ? 1 : 0;
    }

    /** Whether a word's first syllables, so many, are a surname. */
    boolean isSurname(String word, int length) {
        return length == 1
                ? shortSurnames.get(word.charAt(0))
                : longSurnames.has(word, 0) && surnames.contains(word.substring(0, length));
    }

    boolean isCommonSurname(String surname) {
        return surname.length() == 1 ? commonSyllables.get(surname.charAt(0)) : commonSurnames.contains(surname);
    }

    /** Whether a tail is nothing but particles. */
    static boolean isBare(String tail) {
        return tail.isEmpty() || PARTICLES.contains(tail);
    }

    /** Whether a tail is a title, with or without particles: 님은, 선생님께, 씨. */
    boolean isTitled(String tail) {
        return titleLength(tail) > 0;
    }

    /** Length of the title a tail is made of, 0 unless particles alone follow it. */
    int titleLength(String tail) {
        if (tail.isEmpty() || !titleStarts.get(tail.charAt(0))) {
            return 0;
        }
        for (int length = Math.min(LONGEST_TITLE, tail.length()); length > 0; length--) {
            if (titles.contains(tail.substring(0, length)) && isBare(tail.substring(length))) {
                return length;
            }
        }
        return 0;
    }

    /** Whether a title can follow a surname alone. */
    boolean isSurnameTitle(String tail) {
        int length = titleLength(tail);
        return length > 0 && surnametitlesWords.contains(tail.substring(0, length));
    }

    boolean isGiven(String given) {
        return givenWords.contains(given);
    }

    /** Whether syllables of a given name could stand so. */
    boolean couldBeGiven(String given) {
        if (given.isEmpty()) {
            return false;
        }
        return lastSyllables.get(given.charAt(given.length() - 1))
                && (given.length() == 1 || firstSyllables.get(given.charAt(0)));
    }

    boolean isNoName(String word) {
        return notnamesWords.contains(word);
    }

    boolean isPlace(String word) {
        return sidoWords.contains(word) || citiesWords.contains(word) || sigunguWords.contains(word);
    }
}
