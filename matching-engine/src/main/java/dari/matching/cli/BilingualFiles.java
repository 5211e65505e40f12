package dari.matching.cli;

import dari.matching.Need;
import dari.matching.Offer;
import dari.matching.evaluation.Bilingual;
import dari.matching.evaluation.BilingualSet;
import dari.matching.evaluation.Judgements;
import dari.matching.evaluation.Language;
import dari.matching.json.MatchingJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a bilingual evaluation set from a folder: {@code offers.jsonl}, whose {@code ko} and {@code en} hold title and
 * text, {@code needs.jsonl}, whose {@code ko} and {@code en} are the text, and {@code qrels.tsv}.
 */
final class BilingualFiles {

    private static final Set<String> WORDS = Set.of("id", "kind", "title", "text");

    private BilingualFiles() {}

    /** Which fields are read. */
    enum Part {
        /** Only what is written in words, as if nobody had chosen a code. */
        WORDS_ONLY,
        EVERYTHING
    }

    static BilingualSet read(Path folder, Part part) throws IOException {
        Path needFile = folder.resolve("needs.jsonl");
        Path judgementFile = folder.resolve("qrels.tsv");
        List<Bilingual<Offer>> offers = JsonFiles.lines(
                folder.resolve("offers.jsonl"),
                object -> bilingual(object, part, BilingualFiles::titleAndText, MatchingJson::offer),
                offer -> offer.korean().id());
        List<Bilingual<Need>> needs = JsonFiles.lines(
                needFile,
                object -> bilingual(object, part, BilingualFiles::textAlone, MatchingJson::need),
                need -> need.korean().id());
        Judgements judgements = JudgementFile.read(judgementFile);
        Set<String> known = needs.stream().map(need -> need.korean().id()).collect(Collectors.toSet());
        Set<String> judged = Set.copyOf(judgements.queries());
        refuse(judged, known, judgementFile + ": need %s is not in " + needFile);
        refuse(known, judged, needFile + ": need %s has no answer in " + judgementFile);
        return new BilingualSet(needs, offers, judgements);
    }

    /** Names the first, in the order of the alphabet, that the others do not have. */
    private static void refuse(Set<String> these, Set<String> others, String problem) {
        these.stream().filter(id -> !others.contains(id)).sorted().findFirst().ifPresent(id -> {
            throw new BadInput(String.format(problem, id));
        });
    }

    /** Takes the words of one language out of an item. */
    private interface Words {
        ObjectNode of(ObjectNode item, Language language);
    }

    private static <T> Bilingual<T> bilingual(ObjectNode item, Part part, Words words, Function<ObjectNode, T> parse) {
        return new Bilingual<>(
                parse.apply(in(Language.KO, item, part, words)), parse.apply(in(Language.EN, item, part, words)));
    }

    /** The item as it would be if it were written in one language alone. */
    private static ObjectNode in(Language language, ObjectNode item, Part part, Words words) {
        ObjectNode whole = item.deepCopy();
        for (Language written : Language.values()) {
            whole.remove(written.code());
        }
        whole.setAll(words.of(item, language));
        return part == Part.WORDS_ONLY ? whole.retain(WORDS) : whole;
    }

    private static ObjectNode titleAndText(ObjectNode item, Language language) {
        ObjectNode words = Fields.only(Fields.object(item, language.code()), Set.of("title", "text"));
        Fields.text(words, "title");
        Fields.text(words, "text");
        return words;
    }

    private static ObjectNode textAlone(ObjectNode item, Language language) {
        return MatchingJson.mapper().createObjectNode().put("text", Fields.text(item, language.code()));
    }
}
