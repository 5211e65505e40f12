package dari.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.assignment.BlockingPair;
import dari.matching.assignment.BoundedAssignment;
import dari.matching.assignment.Difference;
import dari.matching.assignment.Finding;
import dari.matching.assignment.WhyNot;
import dari.matching.assignment.WhyNotTaken;
import dari.matching.permission.Decision;
import dari.matching.permission.Reason;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever the engine says about a pair has a sentence in both languages, with the arguments that it hands over. */
class MessageKeysTests {

    private final Matcher matcher = Matcher.strict(Vocabulary.builtIn());

    @Test
    void everySentenceAboutAPairIsInBothBundles() throws IOException {
        Set<String> keys = new TreeSet<>();
        pairs(31).flatMap(match -> match.requirements().stream()).forEach(requirement -> {
            keys.add(requirement.getMessageKey());
            requirement.getQuestionKey().ifPresent(keys::add);
        });
        assertThat(keys.stream().filter(key -> key.startsWith("matching.requirement.")))
                .hasSizeGreaterThanOrEqualTo(32 + 2 + 11); // 14 needs in 3 states, kind and capacity in 2; some broader
        Stream.of(Standing.Place.values())
                .map(place -> "matching.standing." + place)
                .forEach(keys::add);
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
                        .isSubsetOf("{0}", "{1}", "{2}", "{3}", "{4}")
                        .isEqualTo(placeholders(korean, key)));
    }

    /** Every change that could be tried has a sentence, and no sentence is left of one that is not there any more. */
    @Test
    void everyChangeHasItsSentence() throws IOException {
        Properties korean = bundle("matching.properties");
        Set<String> keys = new TreeSet<>();
        pairs(32)
                .forEach(match -> match.requirements().stream()
                        .filter(requirement -> requirement.state() == Requirement.State.UNMET)
                        .flatMap(unmet -> RequirementAttempts.of(match.need(), match.offer(), unmet).stream())
                        .forEach(attempt -> keys.add(attempt.adjustment().getMessageKey())));
        PermissionAttempts permissions = new PermissionAttempts(Vocabulary.builtIn());
        UseTerms diseases = UseTerms.NONE.with(Term.DISEASE_RESTRICTIONS, List.of("disease:diabetes"));
        for (String country : List.of("JP", "KR")) {
            UseTerms terms = diseases.with(Term.LEGAL_BASIS, "pipa-28-2").with(Term.GEOGRAPHICAL_RESTRICTIONS, country);
            for (Offer offer : List.of(
                    Samples.offer("o", "", terms), Samples.offer("o", "", terms.without(Term.DISEASE_RESTRICTIONS)))) {
                rules(korean)
                        .flatMap(reason -> permissions.of(Samples.need("", diseases), offer, reason).stream())
                        .forEach(attempt -> keys.add(attempt.adjustment().getMessageKey()));
            }
        }
        assertThat(keys)
                .isEqualTo(korean.stringPropertyNames().stream()
                        .filter(key -> key.startsWith("matching.nearmiss."))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Random ones, and those with one thing different. */
    private Stream<Match> pairs(long seed) {
        RandomPairs pairs = new RandomPairs(seed);
        return Stream.concat(
                IntStream.range(0, 1_000).mapToObj(i -> matcher.explain(pairs.need("n"), pairs.offer("o"), 0)),
                needs().stream().flatMap(need -> offers().stream().map(offer -> matcher.explain(need, offer, 0))));
    }

    /** A reason of every rule that has a sentence, for every duty that can be refused. */
    private static Stream<Reason> rules(Properties korean) {
        return korean.stringPropertyNames().stream()
                .filter(key -> key.startsWith("matching.rule."))
                .map(key -> key.substring("matching.rule.".length()))
                .flatMap(rule -> (rule.equals("DUTY-REFUSED")
                                ? Stream.of(
                                        Term.ETHICS_APPROVAL_REQUIRED,
                                        Term.COLLABORATOR_REQUIRED,
                                        Term.PUBLICATION_RESULTS)
                                : Stream.of(Term.AI_TRAIN))
                        .map(term -> new Reason(rule, Decision.DENY, term, null, null)));
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
