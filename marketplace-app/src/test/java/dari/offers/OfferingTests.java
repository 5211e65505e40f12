package dari.offers;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static dari.support.Marketplace.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.matching.json.MatchingJson;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import dari.workspace.Concepts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What a hospital picks and writes is what a startup reads: costs, terms as sentences, preview, versions. */
@DariTest
class OfferingTests {

    @Autowired
    Offers offers;

    @Autowired
    TermsSentence sentence;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    Concepts concepts;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void leaveNoOfferInTheListsOfOthers() {
        marketplace.withdrawOffers();
    }

    @Test
    void costsAndEveryTermComeBackFromTheForm() {
        UseTerms terms = healthTerms()
                .with(Term.METHODS_RESEARCH, false)
                .with(Term.GENETIC_STUDIES_ONLY, true)
                .with(Term.GEOGRAPHICAL_RESTRICTIONS, "KR, JP")
                .with(Term.PUBLICATION_MORATORIUM, "2027-03-01");
        OfferContent content = with(
                anOffer("자료", terms),
                Delivery.HOSTED,
                new Arrangements(
                        "GPU 두 장",
                        "Two GPUs",
                        List.of(
                                new CostItem("가공", "Preparation", 3_000_000, CostUnit.PROJECT, true),
                                new CostItem("판독", "", 40_000, CostUnit.HOUR, false))));
        assertThat(OfferForm.of(content, concepts, Locale.KOREAN).toContent(concepts))
                .isEqualTo(content);
        assertThat(content.arrangements().costs().get(0).totalWon()).isEqualTo(3_300_000);
        assertThat(content.arrangements().costs().get(1).totalWon()).isEqualTo(40_000);
    }

    @Test
    void whatWasKeptBeforeArrangementsWereAskedIsStillRead() {
        String json = MatchingJson.mapper().writeValueAsString(anOffer("옛 제안", healthTerms()));
        String old = json.replaceAll(",\"arrangements\":\\{[^}]*}", "");
        assertThat(old).doesNotContain("arrangements");
        assertThat(MatchingJson.mapper().readValue(old, OfferContent.class).arrangements())
                .isEqualTo(Arrangements.NONE);
    }

    @Test
    void theSentenceSaysWhatIsAllowedForbiddenAskedForAndLeftOpen() {
        String english = String.join(" ", sentence.of(healthTerms(), Locale.ENGLISH));
        assertThat(english)
                .contains("may be used for health research.")
                .contains(" Allowed: ")
                .contains("Not allowed: ")
                .contains("get ethics approval first")
                .contains("Not decided yet, so the hospital has to be asked: ");
        assertThat(String.join(" ", sentence.of(healthTerms().with(Term.AI_GENERATE, true), Locale.ENGLISH)))
                .doesNotContain("Not allowed");
        assertThat(sentence.of(
                        UseTerms.NONE.with(Term.DISEASE_RESTRICTIONS, List.of("disease:diabetes")), Locale.KOREAN))
                .first()
                .asString()
                .contains("당뇨");
    }

    @Test
    void theSentenceFollowsWhatIsPickedBeforeAnythingIsKept() throws Exception {
        ActAs hospital = people.aHospital();
        mvc.perform(post("/hospital/offers/sentence")
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("lang", "en")
                        .param("primary", "general")
                        .param("aiGenerate", "no")
                        .param("countries", "kr"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("any research")))
                .andExpect(content().string(containsString("only in: South Korea")));
        assertThat(hospital.get(() -> offers.mine())).isEmpty();
    }

    @Test
    void aLineOfCostsThatIsHalfWrittenIsSentBackAndSpareLinesCountForNothing() throws Exception {
        ActAs hospital = people.aHospital();
        var filled = post("/hospital/offers/new")
                .with(hospital.signedIn())
                .with(csrf())
                .param("lang", "en")
                .param("kind", "kind:data")
                .param("titleKo", "자료")
                .param("summaryKo", "설명")
                .param("modality", "EHR")
                .param("primary", "health")
                .param("capacityPerQuarter", "2")
                .param("answerDays", "14")
                .param("accessDays", "180")
                .param("priceWon", "0")
                .param("delivery", "HOSTED")
                .param("costs[0].nameKo", "가공")
                .param("costs[0].priceWon", "")
                .param("costs[1].nameKo", "");
        mvc.perform(filled).andExpect(content().string(containsString("Give both the name and the price")));
        assertThat(hospital.get(() -> offers.mine())).isEmpty();
        mvc.perform(post("/hospital/offers/new")
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("kind", "kind:data")
                        .param("titleKo", "자료")
                        .param("summaryKo", "설명")
                        .param("modality", "EHR")
                        .param("primary", "health")
                        .param("capacityPerQuarter", "2")
                        .param("answerDays", "14")
                        .param("accessDays", "180")
                        .param("priceWon", "0")
                        .param("delivery", "HOSTED")
                        .param("costs[0].nameKo", "가공")
                        .param("costs[0].priceWon", "1,000")
                        .param("costs[0].unit", "PERSON")
                        .param("costs[0].taxed", "true")
                        .param("costs[1].nameKo", ""))
                .andExpect(status().is3xxRedirection());
        assertThat(hospital.get(() -> offers.mine())
                        .get(0)
                        .content()
                        .arrangements()
                        .costs())
                .containsExactly(new CostItem("가공", "", 1000, CostUnit.PERSON, true));
    }

    @Test
    void aHospitalSeesADraftAsStartupsWillAndNobodyElseDoes() throws Exception {
        ActAs hospital = people.aHospital();
        OfferContent content = with(
                anOffer("미리 보는 것", healthTerms()),
                Delivery.HOSTED,
                new Arrangements("", "Two GPUs", List.of(new CostItem("가공", "Prep", 7_000, CostUnit.PROJECT, true))));
        OfferId id = hospital.get(() -> offers.draft(content));
        String preview = page(hospital, "/hospital/offers/" + id.value() + "/preview");
        assertThat(preview).contains("once version 1 is public", "Two GPUs", "7,700 won", "may be used for health");
        mvc.perform(get("/hospital/offers/{id}/preview", id.value())
                        .with(people.aHospital().signedIn()))
                .andExpect(status().isNotFound());

        hospital.run(() -> offers.publish(id));
        ActAs startup = people.aStartup();
        marketplace.published(startup, aNeed("필요"));
        for (String seen :
                List.of(page(startup, "/startup/offers/" + id.value()), page(startup, "/offers/" + id.value()))) {
            assertThat(section(seen, "id=\"about\"")).isEqualTo(section(preview, "id=\"about\""));
            assertThat(section(seen, "id=\"costs\"")).isEqualTo(section(preview, "id=\"costs\""));
            assertThat(section(seen, "id=\"terms\"")).isEqualTo(section(preview, "id=\"terms\""));
        }
        hospital.run(() -> offers.withdraw(id));
    }

    @Test
    void whatChangedFromOneVersionToTheNextIsShown() throws Exception {
        ActAs hospital = people.aHospital();
        OfferContent first = anOffer("판이 있는 것", healthTerms());
        OfferId id = marketplace.published(hospital, first);
        hospital.run(() -> {
            offers.revise(id, anOffer("판이 있는 것", healthTerms().with(Term.AI_GENERATE, true)));
            offers.publish(id);
            offers.revise(id, with(first, Delivery.HOSTED, new Arrangements("새 환경", "", List.of())));
        });
        String mine = page(hospital, "/hospital/offers/" + id.value() + "/versions");
        assertThat(mine).contains("Version 3", "Not public yet", "새 환경", "The first version.");
        assertThat(mine).doesNotContain("??");
        String second = mine.substring(mine.indexOf("id=\"v2\""), mine.indexOf("id=\"v1\""));
        assertThat(second).contains("Not allowed: ").contains("<ins").doesNotContain("Price", "Title");
        mvc.perform(get("/offers/{id}/versions", id.value())).andExpect(status().isNotFound());

        hospital.run(() -> offers.publish(id));
        mvc.perform(get("/offers/{id}/versions", id.value()).param("lang", "ko"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("제3판")))
                .andExpect(content().string(not(containsString("??"))));
    }

    private String page(ActAs reader, String path) throws Exception {
        return mvc.perform(get(path).param("lang", "en").with(reader.signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String section(String page, String mark) {
        assertThat(page).contains(mark);
        int at = page.indexOf(mark);
        return page.substring(at, page.indexOf("</section>", at));
    }
}
