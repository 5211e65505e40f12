package dari.admin.eligibility;

import java.util.Set;

/**
 * No tax in arrears, by declaration and, where the call asks for it, by the certificate.
 *
 * @param evidence id of the form's question for the certificate; empty where the declaration is enough
 */
public record TaxRule(String evidence) implements EligibilityRule {

    @Override
    public String code() {
        return "tax";
    }

    @Override
    public Set<Fact> asks() {
        return Set.of(Fact.TAX_ARREARS);
    }

    @Override
    public Finding judge(Applicant applicant) {
        Finding declared = all(applicant.all(), Fact.TAX_ARREARS, "NO"::equals);
        boolean lacking = declared.state() == Finding.State.MET
                && !evidence.isEmpty()
                && !applicant.handedIn().contains(evidence);
        return lacking
                ? new Finding(code(), Finding.State.UNKNOWN, "forms.rule.tax.evidence", declared.arguments(), "")
                : declared;
    }
}
