package dari.duties;

import dari.duties.ProjectDuty.NewDuty;
import dari.matching.permission.Duty;
import dari.matching.permission.UseTerms;
import dari.matching.permission.strict.StrictRules;
import dari.matching.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Turns an offer's modifiers into duties, and adds what every use owes. */
@Component
class DutyRules {

    private static final int DAYS_FOR_PROOF = 14;

    private final StrictRules rules;

    DutyRules(Vocabulary vocabulary) {
        this.rules = new StrictRules(vocabulary.diseases());
    }

    List<NewDuty> of(UseTerms terms) {
        List<NewDuty> duties = new ArrayList<>();
        for (Duty duty : rules.decide(terms, UseTerms.NONE).duties()) {
            if (duty.kind() != Duty.Kind.ETHICS_APPROVAL) { // the boards' own condition of access
                duties.add(NewDuty.ofTerms(
                        DutyKind.valueOf(duty.kind().name()),
                        switch (duty.anchor()) {
                            case ACCESS_STARTS -> DutyAnchor.ACCESS_STARTS;
                            case ACCESS_ENDS -> DutyAnchor.ACCESS_ENDS;
                            case DATE_OF_TERMS -> DutyAnchor.FIXED_DAY;
                            case WITHDRAWAL_NOTICE -> DutyAnchor.NOTICE;
                        },
                        duty.anchor() == Duty.Anchor.ACCESS_STARTS ? DAYS_FOR_PROOF : duty.days(),
                        duty.date(),
                        duty.anchor() == Duty.Anchor.ACCESS_STARTS));
            }
        }
        duties.add(NewDuty.ofTerms(DutyKind.PROGRESS_REPORT, DutyAnchor.HALF_WAY, 0, null, true));
        duties.add(NewDuty.ofTerms(DutyKind.DESTRUCTION_PROOF, DutyAnchor.ACCESS_ENDS, DAYS_FOR_PROOF, null, false));
        return duties;
    }
}
