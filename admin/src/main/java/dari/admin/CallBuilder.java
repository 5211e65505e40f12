package dari.admin;

import dari.admin.eligibility.Eligibility;
import dari.admin.forms.FormDefinition;
import dari.admin.forms.FormFault;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds a draft, part by part: dates, money, who may apply, questions, rubric, rules, the steps after the decision. */
@Service
@Transactional
public class CallBuilder {

    private final Calls calls;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    CallBuilder(Calls calls, ProgramSurroundings surroundings, Clock clock) {
        this.calls = calls;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    @ForAdministrators
    public void dates(UUID call, CallDates dates) {
        change(call, "dates", design -> design.with(dates));
    }

    @ForAdministrators
    public void funding(UUID call, Funding funding) {
        change(call, "funding", design -> design.with(funding));
    }

    @ForAdministrators
    public void eligibility(UUID call, Eligibility eligibility) {
        change(call, "eligibility", design -> design.with(eligibility));
    }

    /**
     * Changes the questions.
     *
     * @throws ProgramRuleBrokenException when the form would contradict itself
     */
    @ForAdministrators
    public void form(UUID call, UnaryOperator<FormDefinition> edit) {
        try {
            change(call, "form", design -> design.with(edit.apply(design.form()).ofCall()));
        } catch (FormFault e) {
            throw new ProgramRuleBrokenException(e.messageKey());
        }
    }

    @ForAdministrators
    public void rubric(UUID call, Rubric rubric) {
        change(call, "rubric", design -> design.with(rubric));
    }

    @ForAdministrators
    public void rules(UUID call, CallRules rules) {
        change(call, "rules", design -> design.with(rules));
    }

    @ForAdministrators
    public void milestones(UUID call, List<PlannedMilestone> milestones) {
        change(call, "milestones", design -> design.with(milestones));
    }

    private void change(UUID id, String part, UnaryOperator<CallDesign> edit) {
        ProgramCall call = calls.find(id);
        call.change(edit.apply(call.design()), clock.instant());
        surroundings.record("call.changed", "call", id, Map.of("part", part), null);
    }
}
