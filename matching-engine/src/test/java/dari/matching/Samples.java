package dari.matching;

import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import java.util.List;

/** Needs and offers that tests vary. */
public final class Samples {

    private Samples() {}

    public static UseTerms healthResearch() {
        return UseTerms.NONE
                .with(Term.HMB_RESEARCH, true)
                .with(Term.ACCESS_COUNTRY, "KR")
                .with(Term.AI_TRAIN, true);
    }

    public static UseTerms openForHealth() {
        return UseTerms.NONE
                .with(Term.HMB_RESEARCH, true)
                .with(Term.LEGAL_BASIS, "pipa-28-2")
                .with(Term.AI_TRAIN, true)
                .with(Term.AI_GENERATE, false);
    }

    public static Need need(String text, UseTerms purpose) {
        return new Need(
                "n1",
                text,
                List.of("kind:data"),
                List.of("modality:ehr"),
                List.of("disease:diabetes"),
                List.of(),
                List.of(),
                List.of("format:omop"),
                List.of("environment:deidentified"),
                List.of("region:noncapital"),
                1000L,
                2015,
                2019,
                null,
                purpose,
                List.of("return:publication"));
    }

    public static Offer offer(String id, String title, UseTerms terms) {
        return new Offer(
                id,
                "kind:data",
                title,
                "",
                List.of("modality:ehr"),
                List.of("disease:t2d"),
                List.of(),
                List.of("label:diagnosis"),
                List.of("format:omop", "format:csv"),
                List.of("environment:deidentified"),
                "region:gangwon",
                2600L,
                2010,
                2020,
                4,
                terms,
                List.of("return:publication"));
    }
}
