package dari.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.assignment.BlockingPair;
import dari.matching.assignment.BoundedAssignment;
import dari.matching.assignment.Difference;
import dari.matching.assignment.Finding;
import dari.matching.assignment.WhyNot;
import dari.matching.assignment.WhyNotTaken;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever the engine says about a pair has a sentence in both languages, with the arguments that it hands over. */
class MessageKeysTests {

    private final Matcher matcher = Matcher.strict(Vocabulary.builtIn());

    @Test
    void everySentenceAboutAPairIsInBothBundles() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Need need : needs()) {
            for (Offer offer : offers()) {
                Match match = matcher.explain(need, offer, 0);
                match.requirements().forEach(requirement -> keys.add(requirement.getMessageKey()));
                NearMiss change = match.nearMiss();
                if (change != null) {
                    keys.add(change.getMessageKey());
                }
            }
        }
        assertThat(keys.stream().filter(key -> key.startsWith("matching.requirement.")))
                .hasSizeGreaterThanOrEqualTo(32 + 2); // 11 needs in 3 states, the kind is always stated; some broader
        assertThat(keys.stream().filter(key -> key.startsWith("matching.nearmiss.")))
                .hasSizeGreaterThan(10);
        Stream.of(Part.values()).map(Part::getMessageKey).forEach(keys::add);
        Stream.of(WhyNot.Reason.values())
                .map(reason -> new WhyNot("p", reason, 1, 1).getMessageKey())
                .forEach(keys::add);
        Stream.of(WhyNotTaken.Reason.values())
                .map(reason -> new WhyNotTaken("a", reason, 1).getMessageKey())
                .forEach(keys::add);
        Stream.of(BlockingPair.Because.values())
                .map(because -> new BlockingPair("a", "p", because).getMessageKey())
                .forEach(keys::add);
        Stream.of(Difference.Effect.values())
                .map(effect -> new Difference.Moved("a", null, null, effect).getMessageKey())
                .forEach(keys::add);
        Stream.of(Finding.Problem.values())
                .map(problem -> new Finding(problem, List.of(), List.of()).getMessageKey())
                .forEach(keys::add);
        Stream.of(0, 1)
                .map(reached -> new BoundedAssignment.Standing("b", 1, 0, reached).getMessageKey())
                .forEach(keys::add);
        Properties korean = bundle("matching.properties");
        Properties english = bundle("matching_en.properties");
        assertThat(korean.stringPropertyNames()).containsAll(keys);
        assertThat(english.stringPropertyNames()).isEqualTo(korean.stringPropertyNames());
        korean.stringPropertyNames()
                .forEach(key -> assertThat(placeholders(english, key))
                        .as(key)
                        .isSubsetOf("{0}", "{1}", "{2}", "{3}")
                        .isEqualTo(placeholders(korean, key)));
    }

    private static List<Need> needs() {
        UseTerms purpose = Samples.healthResearch();
        return Stream.concat(
                        Stream.of(
                                purpose,
                                purpose.with(Term.AI_GENERATE, true),
                                purpose.with(Term.GENERAL_USE, true),
                                purpose.with(Term.ACCESS_COUNTRY, "US"),
                                purpose.with(Term.COMMERCIAL_USE, true),
                                purpose.with(Term.AI_MODEL_RETURNED, false)),
                        Stream.of(purpose))
                .flatMap(each -> Stream.of(
                        need(each, "1", 100L, 2015, 2016, 2),
                        need(each, "1", 9_000L, 2015, 2016, 2),
                        need(each, "1", 100L, 1990, 2016, 2),
                        need(each, "1", 100L, 2015, 2016, 90),
                        need(each, "2", 100L, 2015, 2016, 2)))
                .toList();
    }

    private static Need need(UseTerms purpose, String other, long persons, int from, int to, int hours) {
        boolean first = other.equals("1");
        return new Need(
                "n",
                "",
                List.of(first ? "kind:data" : "kind:pilot"),
                List.of(first ? "modality:ehr" : "modality:ct"),
                List.of(first ? "disease:diabetes" : "disease:sah"),
                List.of(first ? "bodypart:eye" : "bodypart:lung"),
                List.of(first ? "label:diagnosis" : "label:bbox"),
                List.of(first ? "format:omop" : "format:dicom"),
                List.of(first ? "environment:deidentified" : "environment:cloud"),
                List.of(first ? "region:noncapital" : "region:seoul"),
                persons,
                from,
                to,
                hours,
                purpose,
                List.of());
    }

    private static List<Offer> offers() {
        UseTerms terms =
                Samples.openForHealth().with(Term.COMMERCIAL_USE, false).with(Term.AI_MODEL_RETURNED, true);
        return Stream.of("", "kind", "label", "format", "environment", "region", "broader", "nothing")
                .flatMap(other -> Stream.of(
                        offer(terms, other),
                        offer(
                                terms.without(Term.HMB_RESEARCH)
                                        .with(Term.DISEASE_RESTRICTIONS, List.of("disease:diabetes")),
                                other)))
                .toList();
    }

    /** An offer like the first need, with one thing different or nothing said at all. */
    private static Offer offer(UseTerms terms, String other) {
        boolean silent = other.equals("nothing");
        return new Offer(
                "o",
                silent ? "kind:" : other.equals("kind") ? "kind:trial" : "kind:data",
                "",
                "",
                codes(silent, "modality:ehr"),
                codes(silent, other.equals("broader") ? "disease:stroke" : "disease:t2d"),
                codes(silent, other.equals("broader") ? "bodypart:chest" : "bodypart:eye"),
                codes(silent, other.equals("label") ? "label:report" : "label:diagnosis"),
                codes(silent, other.equals("format") ? "format:csv" : "format:omop"),
                codes(silent, other.equals("environment") ? "environment:onsite" : "environment:deidentified"),
                silent ? null : other.equals("region") ? "region:seoul" : "region:gangwon",
                number(silent, 2_600L),
                silent ? null : 2010,
                silent ? null : 2020,
                silent ? null : 4,
                terms,
                List.of());
    }

    private static List<String> codes(boolean silent, String code) {
        return silent ? List.of() : List.of(code);
    }

    private static @Nullable Long number(boolean silent, long value) {
        return silent ? null : value;
    }

    private static Properties bundle(String name) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("../templates/src/main/resources/messages", name))) {
            messages.load(reader);
        }
        return messages;
    }

    private static Set<String> placeholders(Properties messages, String key) {
        return Pattern.compile("\\{[^}]*}")
                .matcher(messages.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
