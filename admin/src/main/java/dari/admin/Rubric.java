package dari.admin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dari.admin.forms.LocalText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What reviewers score, and how much each criterion weighs. Frozen when its call opens.
 *
 * @param most best score of the scale, which begins at 1
 */
public record Rubric(List<Criterion> criteria, int most) {

    public static final int LEAST = 1;
    public static final int MOST = 5;

    /**
     * @param code stable; scores are kept by it
     * @param weight percent; all weights sum to 100
     * @param low what the least score means
     * @param high what the best score means
     */
    public record Criterion(String code, int weight, LocalText title, LocalText low, LocalText high) {

        public Criterion(String code, int weight) {
            this(code, weight, new LocalText(code, code), LocalText.NONE, LocalText.NONE);
        }

        public String title(Locale locale) {
            return title.in(locale);
        }
    }

    public Rubric {
        criteria = List.copyOf(criteria);
        int sum = criteria.stream().mapToInt(Criterion::weight).sum();
        if (sum != 100) {
            throw new IllegalArgumentException("weights sum to " + sum + ", not 100");
        }
        if (most < 2 || most > 10) {
            throw new IllegalArgumentException("a scale from 1 to " + most);
        }
    }

    public Rubric(List<Criterion> criteria) {
        this(criteria, MOST);
    }

    /** The reference program's: need for the data, plan and protection, team, public benefit. */
    static Rubric voucher() {
        return new Rubric(List.of(
                new Criterion(
                        "need",
                        30,
                        new LocalText("자료의 필요", "Need for these data"),
                        new LocalText("다른 자료로 충분함", "Other data would do"),
                        new LocalText("이 자료가 꼭 필요함", "Nothing else will do")),
                new Criterion(
                        "plan",
                        30,
                        new LocalText("계획과 보호", "Plan and protection"),
                        new LocalText("방법이나 보호가 모호함", "Method or protection is vague"),
                        new LocalText("바로 실행할 수 있음", "Ready to start")),
                new Criterion(
                        "team",
                        20,
                        new LocalText("사람과 역량", "People and skills"),
                        new LocalText("맡을 사람이 없음", "Nobody to do it"),
                        new LocalText("필요한 사람이 모두 있음", "Everybody who is needed")),
                new Criterion(
                        "benefit",
                        20,
                        new LocalText("공익", "Public benefit"),
                        new LocalText("환자에게 돌아갈 것이 없음", "Nothing comes back to patients"),
                        new LocalText("환자에게 분명한 도움", "A clear benefit to patients"))));
    }

    /** Every score that can be given. */
    @JsonIgnore
    public List<Integer> scale() {
        return IntStream.rangeClosed(LEAST, most).boxed().toList();
    }

    /**
     * Weighted mean of complete scores, as points from 0 to 100.
     *
     * @throws IllegalArgumentException when a criterion lacks a score, or a score its criterion or its scale
     */
    double points(Map<String, Integer> scores) {
        if (scores.size() != criteria.size()) {
            throw new IllegalArgumentException(scores.size() + " scores for " + criteria.size() + " criteria");
        }
        double sum = 0;
        for (Criterion criterion : criteria) {
            Integer score = scores.get(criterion.code());
            if (score == null || score < LEAST || score > most) {
                throw new IllegalArgumentException("no score from 1 to " + most + " for " + criterion.code());
            }
            sum += criterion.weight() * (double) (score - LEAST) / (most - LEAST);
        }
        return sum;
    }

    /** The short form in which calls kept their rubric before it could be written: the reference criteria's weights. */
    static Rubric parse(String text) {
        Map<String, Criterion> known =
                voucher().criteria().stream().collect(Collectors.toMap(Criterion::code, criterion -> criterion));
        return new Rubric(Arrays.stream(text.split(";"))
                .map(part -> part.split("="))
                .map(part -> {
                    Criterion named = known.getOrDefault(part[0], new Criterion(part[0], 0));
                    return new Criterion(part[0], Integer.parseInt(part[1]), named.title(), named.low(), named.high());
                })
                .toList());
    }

    static String scoresText(Map<String, Integer> scores) {
        return new TreeMap<>(scores)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(";"));
    }

    static Map<String, Integer> parseScores(String text) {
        return Arrays.stream(text.split(";"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("="))
                .collect(Collectors.toMap(part -> part[0], part -> Integer.valueOf(part[1])));
    }
}
