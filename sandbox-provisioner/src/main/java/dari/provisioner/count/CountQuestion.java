package dari.provisioner.count;

import dari.provisioner.Refused;
import dari.provisioner.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which persons are counted: those who meet every criterion that is given. It is sent as JSON; what it says has one
 * spelling, so that the same question has the same hash.
 *
 * @param question version of this shape, 1
 * @param ageFrom least age in the year {@code ageYear}, both or neither of the two bounds may be given
 * @param ageYear the year that ages are told for; null without an age
 * @param sex {@code F} or {@code M}; null for any
 * @param diagnoses codes of the source, any of which counts; empty for any diagnosis
 * @param from first day of the event that counts: the diagnosis, else a row of the kind
 * @param kind code of a kind of data of which the person has a row, e.g. {@code modality:ct}; null for any
 */
public record CountQuestion(
        int question,
        @Nullable Integer ageFrom,
        @Nullable Integer ageTo,
        @Nullable Integer ageYear,
        @Nullable String sex,
        List<String> diagnoses,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String kind) {

    /** The kind of the signed document that answers. */
    public static final String ANSWER_KIND = "dari-count-1";

    public static final String ANSWER_FILE = "count.json";

    public static final int MOST_DIAGNOSES = 20;

    private static final int VERSION = 1;
    private static final int MOST_AGE = 130;
    private static final int MOST_TEXT = 4000;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public CountQuestion {
        diagnoses = Objects.requireNonNullElse(diagnoses, List.<String>of()).stream()
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    /** @throws Refused when it is not in the shape, or asks for nothing that could be counted */
    public static CountQuestion read(String json) {
        if (json.length() > MOST_TEXT) {
            throw new Refused("a question of more than " + MOST_TEXT + " letters");
        }
        try {
            CountQuestion question = STRICT.readValue(json, CountQuestion.class);
            question.require();
            return question;
        } catch (JacksonException e) {
            throw new Refused("the question does not have the shape of one");
        }
    }

    public String json() {
        return STRICT.writeValueAsString(this);
    }

    /** SHA-256 of the one spelling, lower-case hex. */
    public String hash() {
        return Sha256.hex(json().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refused naming what is wrong */
    public void require() {
        boolean aged = ageFrom != null || ageTo != null;
        refuseUnless(question == VERSION, "its version is unknown");
        refuseUnless(inAge(ageFrom) && inAge(ageTo), "an age is out of range");
        refuseUnless(ageFrom == null || ageTo == null || ageFrom <= ageTo, "the ages are in the wrong order");
        refuseUnless(aged == (ageYear != null), "ages need the year they are told for, and only they");
        refuseUnless(ageYear == null || (ageYear >= 1900 && ageYear <= 2200), "the year is out of range");
        refuseUnless(sex == null || sex.equals("F") || sex.equals("M"), "the sex is unknown");
        refuseUnless(
                diagnoses.size() <= MOST_DIAGNOSES
                        && diagnoses.stream().allMatch(code -> code.matches("[A-Z0-9][A-Z0-9.-]{0,19}")),
                "a diagnosis is no code, or there are too many");
        refuseUnless(from == null || to == null || !from.isAfter(to), "the days are in the wrong order");
        refuseUnless(kind == null || kind.matches("[a-z-]{1,40}:[a-z0-9-]{1,60}"), "the kind is unknown");
        refuseUnless(!criteria().isEmpty(), "it has no criterion");
    }

    /** What is asked, a text a criterion: two questions that share all but one differ by one criterion. */
    public List<String> criteria() {
        List<String> criteria = new ArrayList<>();
        Stream.of(ageFrom, ageTo)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(age -> criteria.add("age " + ageFrom + "-" + ageTo + " in " + ageYear));
        if (sex != null) {
            criteria.add("sex " + sex);
        }
        if (!diagnoses.isEmpty()) {
            criteria.add("diagnoses " + String.join(",", diagnoses));
        }
        if (from != null || to != null) {
            criteria.add("period " + from + "-" + to);
        }
        if (kind != null) {
            criteria.add("kind " + kind);
        }
        return criteria;
    }

    /**
     * Whether only one criterion tells this from another question: changed, added or left out. Two such counts, the one
     * taken from the other, come near to telling about few persons.
     */
    public boolean isNeighbourOf(CountQuestion other) {
        return Stream.of(
                                !Objects.equals(age(), other.age()),
                                !Objects.equals(sex, other.sex),
                                !diagnoses.equals(other.diagnoses),
                                !Objects.equals(from, other.from) || !Objects.equals(to, other.to),
                                !Objects.equals(kind, other.kind))
                        .filter(differs -> differs)
                        .count()
                == 1;
    }

    private List<@Nullable Integer> age() {
        List<@Nullable Integer> age = new ArrayList<>();
        age.add(ageFrom);
        age.add(ageTo);
        age.add(ageYear);
        return age;
    }

    private static boolean inAge(@Nullable Integer age) {
        return age == null || (age >= 0 && age <= MOST_AGE);
    }

    private static void refuseUnless(boolean holds, String why) {
        if (!holds) {
            throw new Refused("the question is refused: " + why);
        }
    }
}
