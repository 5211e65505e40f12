package dari.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.Need;
import dari.matching.Offer;
import dari.matching.evaluation.Bilingual;
import dari.matching.evaluation.BilingualSet;
import dari.matching.evaluation.Judgements;
import dari.matching.evaluation.Language;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The evaluation set that was written by hand is whole: languages, codes, grades, and no text twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommittedBilingualSetTests {

    private static final Path FOLDER = Path.of("src/evaluation/bilingual");

    /** Texts that share half of their words would be one item written twice. */
    private static final double NEAR_DUPLICATE = 0.5;

    private BilingualSet set = new BilingualSet(List.of(), List.of(), new Judgements());

    private record Grade(String need, String offer, int grade) {}

    private List<Grade> grades = List.of();

    @BeforeAll
    void read() throws IOException {
        set = BilingualFiles.read(FOLDER, BilingualFiles.Part.EVERYTHING);
        grades = Files.readAllLines(FOLDER.resolve("qrels.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new Grade(cells[0], cells[1], Integer.parseInt(cells[2])))
                .toList();
    }

    @Test
    void itIsLargeEnough() {
        assertThat(set.needs()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(set.offers()).hasSizeGreaterThanOrEqualTo(200);
    }

    @Test
    void everyNeedHasThreeToTwelveAnswersAndOneThatFitsExactly() {
        Map<String, List<Grade>> byNeed = grades.stream().collect(Collectors.groupingBy(Grade::need));
        assertThat(byNeed.keySet()).containsExactlyInAnyOrderElementsOf(ids(set.needs(), Need::id));
        assertThat(byNeed.values()).allSatisfy(answers -> {
            assertThat(answers).hasSizeBetween(3, 12);
            assertThat(answers).extracting(Grade::grade).contains(3).isSubsetOf(1, 2, 3);
            assertThat(answers).extracting(Grade::offer).doesNotHaveDuplicates();
        });
    }

    @Test
    void everyOfferAnswersSomeNeed() {
        assertThat(grades.stream().map(Grade::offer).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ids(set.offers(), Offer::id));
    }

    @Test
    void everyCodeIsInTheVocabulary() {
        Vocabulary vocabulary = Vocabulary.builtIn();
        Stream<String> ofOffers = set.offers().stream()
                .map(Bilingual::korean)
                .flatMap(offer -> Stream.of(
                                List.of(offer.kind()),
                                offer.modalities(),
                                offer.diseases(),
                                offer.bodyParts(),
                                offer.labels(),
                                offer.formats(),
                                offer.environments(),
                                offer.wants(),
                                Stream.ofNullable(offer.region()).toList())
                        .flatMap(List::stream));
        Stream<String> ofNeeds = set.needs().stream()
                .map(Bilingual::korean)
                .flatMap(need -> Stream.of(
                                need.kinds(),
                                need.modalities(),
                                need.diseases(),
                                need.bodyParts(),
                                need.labels(),
                                need.formats(),
                                need.environments(),
                                need.regions(),
                                need.gives())
                        .flatMap(List::stream));
        assertThat(Stream.concat(ofOffers, ofNeeds).distinct())
                .allSatisfy(code -> assertThat(vocabulary.find(code)).as(code).isPresent());
    }

    @Test
    void koreanIsKoreanAndEnglishIsEnglish() {
        assertThat(texts(Language.KO).values())
                .allSatisfy(text -> assertThat(text).containsPattern("[가-힣]{2}"));
        assertThat(texts(Language.EN).values())
                .allSatisfy(
                        text -> assertThat(text).doesNotContainPattern("[가-힣]").containsPattern("[a-z]{3}"));
    }

    @Test
    void noTextStandsTwice() {
        for (Language language : Language.values()) {
            Map<String, Set<String>> words = new HashMap<>();
            texts(language)
                    .forEach((id, text) -> words.put(
                            id,
                            Set.copyOf(Arrays.stream(text.split("[\\s.,;:()]+"))
                                    .distinct()
                                    .toList())));
            words.forEach((id, some) -> words.forEach((other, others) -> {
                if (id.compareTo(other) < 0) {
                    assertThat(shared(some, others)).as(id + " and " + other).isLessThan(NEAR_DUPLICATE);
                }
            }));
        }
    }

    private static double shared(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.retainAll(others);
        return (double) both.size() / (some.size() + others.size() - both.size());
    }

    private Map<String, String> texts(Language language) {
        Map<String, String> texts = new HashMap<>();
        set.offers().stream()
                .map(offer -> offer.in(language))
                .forEach(offer -> texts.put(offer.id(), offer.title() + " " + offer.text()));
        set.needs().stream().map(need -> need.in(language)).forEach(need -> texts.put(need.id(), need.text()));
        return texts;
    }

    private static <T> List<String> ids(List<Bilingual<T>> items, Function<T, String> id) {
        return items.stream().map(Bilingual::korean).map(id).toList();
    }
}
