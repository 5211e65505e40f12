package dari.projects;

import dari.kernel.OrganizationId;
import dari.organizations.OrganizationFacts;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What can be searched of a project, without all that is kept beside it. */
record ProjectTexts(
        ProjectId id,
        OrganizationId startup,
        OrganizationId hospital,
        String number,
        String title,
        String titleEn,
        String summaryKo,
        String summaryEn,
        String benefit) {

    /** Everything in one, with the sides' names in both languages, in small letters. */
    String words(Map<OrganizationId, OrganizationFacts> sides) {
        OrganizationFacts from = Objects.requireNonNull(sides.get(startup));
        OrganizationFacts of = Objects.requireNonNull(sides.get(hospital));
        return String.join(
                        "\n",
                        number,
                        title,
                        titleEn,
                        summaryKo,
                        summaryEn,
                        benefit,
                        from.name(),
                        from.name(Locale.ENGLISH),
                        of.name(),
                        of.name(Locale.ENGLISH))
                .toLowerCase(Locale.ROOT);
    }
}
