package dari.offers;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.kernel.Face;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.matching.permission.Term;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import dari.workspace.Concepts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class OfferTests {

    @Autowired
    Offers offers;

    @Autowired
    OfferSearch search;

    @Autowired
    IndexTailer tailer;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    Concepts concepts;

    @Autowired
    MockMvc mvc;

    @Test
    void aPublishedRevisionIsFrozenAndAChangeIsANewOne() {
        ActAs hospital = people.aHospital();
        OfferId id = marketplace.published(hospital, anOffer("첫 판", healthTerms()));
        hospital.run(() -> offers.revise(id, anOffer("둘째 판", healthTerms())));
        assertThatThrownBy(() -> offers.published(id)).isInstanceOf(NotFoundException.class);
        hospital.run(() -> offers.publish(id));

        assertThat(offers.published(id).revision()).isEqualTo(2);
        assertThat(offers.frozen(id, 1).titleKo()).isEqualTo("첫 판");
        assertThat(offers.frozen(id, 2).titleKo()).isEqualTo("둘째 판");
    }

    @Test
    void onlyAVerifiedHospitalPublishes() {
        ActAs hospital = people.unverified(Face.HOSPITAL, Set.of(Role.HOSPITAL_OFFICE));
        OfferId id = hospital.get(() -> offers.draft(anOffer("자료", healthTerms())));
        assertThatThrownBy(() -> hospital.run(() -> offers.publish(id)))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("offers.rule.unverified"));
    }

    @Test
    void anotherHospitalsOfferDoesNotExistAndAStartupMayNot() {
        OfferId id = people.aHospital().get(() -> offers.draft(anOffer("자료", healthTerms())));
        assertThatThrownBy(() -> people.aHospital().run(() -> offers.withdraw(id)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> people.aStartup().run(() -> offers.withdraw(id)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theIndexFollowsWhatIsPublishedChangedAndWithdrawn() {
        ActAs hospital = people.aHospital();
        OfferId id = marketplace.published(hospital, anOffer("희귀한낱말하나", healthTerms()));
        tailer.follow();
        assertThat(best("희귀한낱말하나")).isEqualTo(id.value().toString());
        hospital.run(() -> offers.withdraw(id));
        tailer.follow();
        assertThat(search.search("희귀한낱말하나", List.of(), 500).orElseThrow())
                .noneMatch(candidate -> candidate.offer().id().equals(id.value().toString()));
    }

    @Test
    void aFormInPlainQuestionsBecomesTermsAndBack() {
        OfferContent content =
                anOffer("자료", healthTerms().with(Term.NON_PROFIT_USE, true).with(Term.AI_MODEL_RETURNED, true));
        for (Locale locale : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            assertThat(OfferForm.of(content, concepts, locale).toContent(concepts))
                    .isEqualTo(content);
        }
    }

    @Test
    void anUnknownNameIsSaidWithWhatComesNear() throws Exception {
        ActAs hospital = people.aHospital();
        mvc.perform(post("/hospital/offers/new")
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("lang", "en")
                        .param("modality", "EHR")
                        .param("disease", "type 2 diabet"))
                .andExpect(content().string(containsString("Nothing is called so. Near: type 2 diabetes")))
                .andExpect(content().string(containsString("value=\"type 2 diabet\"")));
        mvc.perform(get("/concepts/disease").param("field", "disease").param("disease", "E11"))
                .andExpect(content().string(containsString("value=\"제2형 당뇨병\"")));
    }

    @Test
    void theFormSaysWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        ActAs hospital = people.aHospital();
        mvc.perform(post("/hospital/offers/new")
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("lang", "en")
                        .param("kind", "kind:data")
                        .param("titleKo", "")
                        .param("summaryKo", "요약입니다")
                        .param("modality", "")
                        .param("persons", "many")
                        .param("yearFrom", "2020")
                        .param("yearTo", "2010")
                        .param("primary", "disease")
                        .param("delivery", "HOSTED"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Enter a title.")))
                .andExpect(content().string(containsString("Choose the modality.")))
                .andExpect(content().string(containsString("Enter a number from 1 to 100 million.")))
                .andExpect(content().string(containsString("The last year lies before the first")))
                .andExpect(content().string(containsString("needs the disease")))
                .andExpect(content().string(containsString("value=\"many\"")))
                .andExpect(content().string(containsString("요약입니다")));
    }

    @Test
    void theWholeFormMakesAPublicOffer() throws Exception {
        ActAs hospital = people.aHospital();
        mvc.perform(post("/hospital/offers/new")
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("action", "publish")
                        .param("kind", "kind:data")
                        .param("titleKo", "공통데이터모델 당뇨병 코호트")
                        .param("titleEn", "Diabetes cohort in OMOP")
                        .param("summaryKo", "요약입니다")
                        .param("summaryEn", "")
                        .param("modality", "modality:ehr")
                        .param("disease", "disease:diabetes")
                        .param("persons", "2694")
                        .param("capacityPerQuarter", "2")
                        .param("answerDays", "14")
                        .param("primary", "health")
                        .param("legalBasis", "pipa-28-2")
                        .param("commercialUse", "yes")
                        .param("aiTrain", "yes")
                        .param("aiFineTune", "")
                        .param("aiGenerate", "no")
                        .param("aiWeightsLeave", "")
                        .param("priceWon", "5000000")
                        .param("accessDays", "180")
                        .param("delivery", "HOSTED")
                        .param("source", ""))
                .andExpect(redirectedUrl("/hospital/offers"));
        OfferView offer = hospital.get(() -> offers.mine()).get(0);
        assertThat(offer.status()).isEqualTo(OfferStatus.PUBLISHED);
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/offers/{id}", offer.id().value()).param("lang", language))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(containsString(offer.content().title(java.util.Locale.forLanguageTag(language)))));
            mvc.perform(get("/offers").param("lang", language)).andExpect(status().isOk());
            mvc.perform(get("/hospital/offers").param("lang", language).with(hospital.signedIn()))
                    .andExpect(status().isOk());
            mvc.perform(get("/hospital/offers/{id}", offer.id().value())
                            .param("lang", language)
                            .with(hospital.signedIn()))
                    .andExpect(status().isOk());
        }
    }

    private String best(String text) {
        return search.search(text, List.of(), 5).orElseThrow().get(0).offer().id();
    }
}
