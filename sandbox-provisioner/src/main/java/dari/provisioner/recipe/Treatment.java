package dari.provisioner.recipe;

import dari.provisioner.Words;
import dari.provisioner.scrub.ScrubPlan;
import org.jspecify.annotations.Nullable;

/** What happens to one column. */
public sealed interface Treatment {

    /** In words, for people who approve it or work with the result. */
    Words words();

    /** The column does not leave. */
    record Drop() implements Treatment {
        @Override
        public Words words() {
            return Words.of("treatment.drop", "삭제합니다.", "Dropped.");
        }
    }

    /** Invented: follows noisy counts of the source, no row of which is used. */
    record Synthesised() implements Treatment {
        @Override
        public Words words() {
            return Words.of(
                    "treatment.synthesised",
                    "실제 값이 아니라 잡음을 더한 집계에서 만든 값입니다.",
                    "Not a real value: invented from counts with noise.");
        }
    }

    /** Unchanged. */
    record Keep() implements Treatment {
        @Override
        public Words words() {
            return Words.of("treatment.keep", "그대로 둡니다.", "Kept as it is.");
        }
    }

    /**
     * HMAC-SHA-256 of the value under a key that never leaves.
     *
     * @param space equal values in one space get equal pseudonyms
     * @param integer a positive 63-bit integer instead of 32 hexadecimal digits
     */
    record Pseudonym(String space, boolean integer) implements Treatment {
        @Override
        public Words words() {
            return Words.of(
                    "treatment.pseudonym",
                    "병원 밖으로 나가지 않는 키로 만든 가명으로 바꿉니다.",
                    "Replaced by a pseudonym made with a key that never leaves the hospital.");
        }
    }

    /**
     * Every date of one person moves by the same hidden number of days, so intervals stay.
     *
     * @param keepWeekday whether the shift is whole weeks, so that a Monday stays a Monday
     * @param precision how much of the moved date is published
     */
    record ShiftDate(int maxDays, boolean keepWeekday, Precision precision) implements Treatment {

        /** What is published of a moved date. */
        public enum Precision {
            /** The day. */
            DAY,
            /** The first day of its month. */
            MONTH,
            /** The first day of its year. */
            YEAR
        }

        /** Days, no calendar kept. */
        public ShiftDate(int maxDays) {
            this(maxDays, false, Precision.DAY);
        }

        @Override
        public Words words() {
            if (precision != Precision.DAY) {
                return Words.of(
                        "treatment.shiftDateCoarse",
                        "사람마다 숨겨진 일수만큼 옮긴 뒤(최대 {0}일) 앞부분만 남깁니다(단위: {1}).",
                        "Moved by a hidden number of days per person (at most {0}), then cut to its {1}.",
                        maxDays,
                        precision.name().toLowerCase(java.util.Locale.ROOT));
            }
            if (keepWeekday) {
                return Words.of(
                        "treatment.shiftDateWeeks",
                        "사람마다 숨겨진 주 수만큼 옮깁니다(최대 {0}일). 요일과 같은 사람의 날짜 간격은 그대로입니다.",
                        "Moved by a hidden number of whole weeks per person (at most {0} days); weekdays and intervals"
                                + " within a person stay.",
                        maxDays);
            }
            return Words.of(
                    "treatment.shiftDate",
                    "사람마다 숨겨진 일수만큼 옮깁니다(최대 {0}일). 같은 사람의 날짜 간격은 그대로입니다.",
                    "Moved by a hidden number of days per person (at most {0}); intervals within a person stay.",
                    maxDays);
        }
    }

    /**
     * Free text without its identifiers.
     *
     * @param plan what happens to each kind; its shift is that of {@link ShiftDate}
     */
    record Scrub(ScrubPlan plan) implements Treatment {
        @Override
        public Words words() {
            return Words.of(
                    "treatment.scrub",
                    "글에서 이름, 기관, 번호, 주소, 날짜를 찾아 바꾸거나 지웁니다. 찾지 못한 것이 남을 수 있습니다.",
                    "Names, organisations, numbers, addresses and dates are found in the text and replaced or taken out; some"
                            + " may be missed.");
        }
    }

    /** Generalised as far as the privacy model needs, differently per group of persons when recoding is local. */
    record ByModel(HierarchySpec hierarchy) implements Treatment {
        @Override
        public Words words() {
            return Words.of(
                    "treatment.byModel",
                    "k-익명성에 필요한 만큼만 범주를 넓힙니다(계층: {0}).",
                    "Generalised as far as k-anonymity needs (hierarchy: {0}).",
                    hierarchy.name());
        }
    }

    /** Every value becomes its label at one level of the hierarchy. */
    record Generalise(HierarchySpec hierarchy, int level) implements Treatment {
        @Override
        public Words words() {
            return Words.of(
                    "treatment.generalise",
                    "모든 값의 범주를 넓힙니다(계층: {0}, 단계: {1}).",
                    "Every value generalised (hierarchy: {0}, level: {1}).",
                    hierarchy.name(),
                    level);
        }
    }

    /** Values that fewer persons share become one value. */
    record GroupRare(int minPersons, String other) implements Treatment {
        @Override
        public Words words() {
            return Words.of(
                    "treatment.groupRare",
                    "해당하는 사람이 {0}명보다 적은 값을 하나로 묶습니다(대체 값: {1}).",
                    "Values shared by fewer than {0} persons grouped into one ({1}).",
                    minPersons,
                    other);
        }
    }

    /** Numbers outside the bounds become the bound. */
    record Cap(@Nullable Double min, @Nullable Double max) implements Treatment {
        @Override
        public Words words() {
            return Words.of(
                    "treatment.cap",
                    "범위를 벗어난 값을 경계값으로 바꿉니다(최소: {0}, 최대: {1}).",
                    "Numbers outside the bounds become the bound (min: {0}, max: {1}).",
                    min == null ? "-" : Numbers.plain(min),
                    max == null ? "-" : Numbers.plain(max));
        }
    }

    /** Numbers become the nearest multiple of a step. */
    record Round(double to) implements Treatment {
        @Override
        public Words words() {
            return Words.of(
                    "treatment.round",
                    "가장 가까운 배수로 반올림합니다(단위: {0}).",
                    "Rounded to the nearest multiple of {0}.",
                    Numbers.plain(to));
        }
    }

    /**
     * Normal noise, keyed by person and value, so that a repeated value has the same noise and averaging removes none of it.
     * Hides small differences; it is no differential privacy.
     *
     * @param deviation standard deviation
     * @param to the noisy number becomes the nearest multiple of this
     */
    record Noise(double deviation, double to) implements Treatment {
        @Override
        public Words words() {
            return Words.of(
                    "treatment.noise",
                    "잡음을 더하고(표준편차 {0}) 가장 가까운 배수로 반올림합니다(단위: {1}).",
                    "Noise is added (standard deviation {0}), then rounded to the nearest multiple of {1}.",
                    Numbers.plain(deviation),
                    Numbers.plain(to));
        }
    }

    /** Every value becomes the same. */
    record Constant(String value) implements Treatment {
        @Override
        public Words words() {
            return Words.of("treatment.constant", "모든 값을 같은 값으로 바꿉니다({0}).", "Every value replaced by {0}.", value);
        }
    }
}
