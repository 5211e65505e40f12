package dari.admin;

import dari.admin.eligibility.Eligibility;
import dari.admin.forms.FormDefinition;
import java.util.List;

/** Everything of a call beside its text: changed while it is a draft, frozen as one when it opens. */
public record CallDesign(
        CallDates dates,
        Funding funding,
        Eligibility eligibility,
        FormDefinition form,
        Rubric rubric,
        CallRules rules,
        List<PlannedMilestone> milestones) {

    public CallDesign {
        milestones = List.copyOf(milestones);
    }

    CallDesign with(CallDates changed) {
        return new CallDesign(changed, funding, eligibility, form, rubric, rules, milestones);
    }

    CallDesign with(Funding changed) {
        return new CallDesign(dates, changed, eligibility, form, rubric, rules, milestones);
    }

    CallDesign with(Eligibility changed) {
        return new CallDesign(dates, funding, changed, form, rubric, rules, milestones);
    }

    CallDesign with(FormDefinition changed) {
        return new CallDesign(dates, funding, eligibility, changed, rubric, rules, milestones);
    }

    CallDesign with(Rubric changed) {
        return new CallDesign(dates, funding, eligibility, form, changed, rules, milestones);
    }

    CallDesign with(CallRules changed) {
        return new CallDesign(dates, funding, eligibility, form, rubric, changed, milestones);
    }

    CallDesign with(List<PlannedMilestone> changed) {
        return new CallDesign(dates, funding, eligibility, form, rubric, rules, changed);
    }
}
