package dari.admin.reviewers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConflictRulesTests {

    private static final UUID REVIEWER = new UUID(0, 1);
    private static final UUID COLLEAGUE = new UUID(0, 2);
    private static final UUID STARTUP = new UUID(1, 1);
    private static final UUID HOME = new UUID(1, 2);
    private static final ConflictRules RULES = new ConflictRules(2023);

    @Test
    void nobodyIsInConflictWithStrangers() {
        assertThat(RULES.between(reviewer(Map.of(), List.of()), about(party()))).isEmpty();
    }

    @Test
    void findsPresentAndFormerMembers() {
        assertThat(kinds(
                        reviewer(Map.of(), List.of()),
                        about(party(Map.of(REVIEWER, "이나"), Set.of(), Map.of(), Map.of()))))
                .containsExactly(ConflictKind.SAME_ORGANIZATION);
        assertThat(kinds(reviewer(Map.of(), List.of()), about(party(Map.of(), Set.of(REVIEWER), Map.of(), Map.of()))))
                .containsExactly(ConflictKind.FORMER_ORGANIZATION);
    }

    @Test
    void findsSharedMembersAndSharedProjectsOfTheReviewersOrganisations() {
        ConflictRules.Reviewer reviewer = reviewer(Map.of(HOME, "솔병원"), List.of());
        assertThat(RULES.between(reviewer, about(party(Map.of(), Set.of(), Map.of(HOME, "솔병원"), Map.of()))))
                .containsExactly(new Conflict(ConflictKind.SHARED_MEMBERS, STARTUP, "솔병원"));
        assertThat(RULES.between(reviewer, about(party(Map.of(), Set.of(), Map.of(), Map.of(HOME, "솔병원")))))
                .containsExactly(new Conflict(ConflictKind.SHARED_PROJECT, STARTUP, "솔병원"));
        assertThat(kinds(
                        reviewer(Map.of(), List.of()),
                        about(party(Map.of(), Set.of(), Map.of(HOME, ""), Map.of(HOME, "")))))
                .isEmpty();
    }

    @Test
    void aDeclaredTieCountsHoweverTheNameIsTypedWhileItsYearsCount() {
        for (String typed : List.of("(주)결 마루", "GYEOLMARU Inc.", "결마루", "주식회사 결마루")) {
            assertThat(kinds(reviewer(Map.of(), List.of(tie(TieKind.ORGANIZATION, typed, 2023))), about(party())))
                    .as(typed)
                    .containsExactly(ConflictKind.REVIEWERS_TIE);
        }
        assertThat(kinds(reviewer(Map.of(), List.of(tie(TieKind.ORGANIZATION, "결마루", null))), about(party())))
                .containsExactly(ConflictKind.REVIEWERS_TIE);
        assertThat(kinds(reviewer(Map.of(), List.of(tie(TieKind.ORGANIZATION, "결마루", 2022))), about(party())))
                .isEmpty();
        assertThat(kinds(reviewer(Map.of(), List.of(tie(TieKind.ORGANIZATION, "결마루바이오", null))), about(party())))
                .isEmpty();
    }

    @Test
    void aTieToAPersonMeetsTheMembersOfASide() {
        ConflictRules.Case about = about(party(Map.of(COLLEAGUE, "김 하나"), Set.of(), Map.of(), Map.of()));
        assertThat(kinds(reviewer(Map.of(), List.of(tie(TieKind.PERSON, "김하나", null))), about))
                .containsExactly(ConflictKind.REVIEWERS_TIE);
        assertThat(kinds(reviewer(Map.of(), List.of(tie(TieKind.ORGANIZATION, "김하나", null))), about))
                .isEmpty();
    }

    @Test
    void whoTheApplicantsNamedIsOut() {
        ConflictRules.Case named =
                new ConflictRules.Case(List.of(party()), List.of("이 나"), List.of("이나"), Set.of(REVIEWER));
        assertThat(kinds(reviewer(Map.of(), List.of()), named))
                .containsExactly(ConflictKind.APPLICANTS_COLLABORATOR, ConflictKind.NOT_WANTED, ConflictKind.DECLARED);
    }

    @Test
    void whatWasDeclaredBlindlyCounts() {
        ConflictRules.Reviewer declared =
                new ConflictRules.Reviewer(new PersonFacts(REVIEWER, "이나", Map.of()), List.of(), Set.of(STARTUP));
        assertThat(RULES.between(declared, about(party())))
                .containsExactly(new Conflict(ConflictKind.DECLARED, STARTUP, ""));
    }

    private static List<ConflictKind> kinds(ConflictRules.Reviewer reviewer, ConflictRules.Case about) {
        return RULES.between(reviewer, about).stream().map(Conflict::kind).toList();
    }

    private static ConflictRules.Reviewer reviewer(Map<UUID, String> organizations, List<Tie> ties) {
        return new ConflictRules.Reviewer(new PersonFacts(REVIEWER, "이나", organizations), ties, Set.of());
    }

    private static Tie tie(TieKind kind, String name, Integer lastYear) {
        return new Tie(new UUID(9, 9), kind, name, lastYear);
    }

    private static ConflictRules.Case about(PartyFacts party) {
        return new ConflictRules.Case(List.of(party), List.of(), List.of(), Set.of());
    }

    private static PartyFacts party() {
        return party(Map.of(), Set.of(), Map.of(), Map.of());
    }

    private static PartyFacts party(
            Map<UUID, String> members, Set<UUID> former, Map<UUID, String> sharing, Map<UUID, String> projects) {
        return new PartyFacts(STARTUP, Set.of("결마루", "Gyeolmaru"), members, former, sharing, projects);
    }
}
