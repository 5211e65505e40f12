package dari.support;

import dari.boards.BoardContent;
import dari.boards.BoardKind;
import dari.boards.Necessity;
import dari.kernel.Role;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import dari.needs.NeedContent;
import dari.needs.NeedId;
import dari.needs.Needs;
import dari.needs.StartupProfile;
import dari.offers.Arrangements;
import dari.offers.Delivery;
import dari.offers.OfferContent;
import dari.offers.OfferId;
import dari.offers.OfferStatus;
import dari.offers.Offers;
import java.time.DayOfWeek;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;

/** Makes offers and needs for tests by the application's own services. */
@TestComponent
public class Marketplace {

    private final Set<ActAs> publishers = new LinkedHashSet<>();
    private final Offers offers;
    private final Needs needs;

    Marketplace(Offers offers, Needs needs) {
        this.offers = offers;
        this.needs = needs;
    }

    public static UseTerms healthTerms() {
        return UseTerms.NONE
                .with(Term.HMB_RESEARCH, true)
                .with(Term.LEGAL_BASIS, "pipa-28-2")
                .with(Term.COMMERCIAL_USE, true)
                .with(Term.ETHICS_APPROVAL_REQUIRED, true)
                .with(Term.AI_TRAIN, true)
                .with(Term.AI_GENERATE, false);
    }

    public static OfferContent anOffer(String title, UseTerms terms) {
        return anOffer(title, terms, Delivery.HOSTED);
    }

    public static OfferContent anOffer(String title, UseTerms terms, Delivery delivery) {
        return new OfferContent(
                "kind:data",
                title,
                title + " (English)",
                "설명",
                "About",
                List.of("modality:ehr"),
                List.of("disease:diabetes"),
                List.of(),
                List.of("label:diagnosis"),
                List.of("format:omop"),
                List.of("environment:deidentified"),
                "region:gangwon",
                2600L,
                90000L,
                2010,
                2020,
                4,
                2,
                14,
                terms,
                List.of("return:fee"),
                5_000_000L,
                180,
                delivery,
                true,
                "omop",
                null,
                Arrangements.NONE);
    }

    public static NeedContent aNeed(String title) {
        return new NeedContent(
                title,
                "당뇨병 환자의 재입원을 예측합니다",
                "modality:ehr",
                "disease:diabetes",
                "",
                "",
                List.of("format:omop"),
                List.of("environment:deidentified"),
                List.of(),
                1000L,
                null,
                2012,
                2018,
                null,
                "health",
                true,
                true,
                false,
                false,
                false,
                180,
                null);
    }

    /** The same need, served without selling anything. */
    public static NeedContent notForSale(NeedContent n) {
        return new NeedContent(
                n.title(),
                n.text(),
                n.modality(),
                n.disease(),
                n.bodyPart(),
                n.label(),
                n.formats(),
                n.environments(),
                n.regions(),
                n.persons(),
                n.studies(),
                n.yearFrom(),
                n.yearTo(),
                n.clinicianHours(),
                n.purpose(),
                false,
                n.aiTrain(),
                n.aiFineTune(),
                n.aiGenerate(),
                n.aiWeightsLeave(),
                n.periodDays(),
                n.startBy());
    }

    /** The same offer, given in another way and under other arrangements. */
    public static OfferContent with(OfferContent o, Delivery delivery, Arrangements arrangements) {
        return with(o, o.accessDays(), delivery, o.downloadsAllowed(), arrangements);
    }

    /** The same offer for another number of days. */
    public static OfferContent lasting(OfferContent o, int accessDays) {
        return with(o, accessDays, o.delivery(), o.downloadsAllowed(), o.arrangements());
    }

    /** The same offer, of which nothing may be downloaded. */
    public static OfferContent withoutDownloads(OfferContent o) {
        return with(o, o.accessDays(), o.delivery(), false, o.arrangements());
    }

    private static OfferContent with(
            OfferContent o, int accessDays, Delivery delivery, boolean downloadsAllowed, Arrangements arrangements) {
        return new OfferContent(
                o.kind(),
                o.titleKo(),
                o.titleEn(),
                o.summaryKo(),
                o.summaryEn(),
                o.modalities(),
                o.diseases(),
                o.bodyParts(),
                o.labels(),
                o.formats(),
                o.environments(),
                o.region(),
                o.persons(),
                o.studies(),
                o.yearFrom(),
                o.yearTo(),
                o.clinicianHours(),
                o.capacityPerQuarter(),
                o.answerDays(),
                o.terms(),
                o.wants(),
                o.priceWon(),
                accessDays,
                delivery,
                downloadsAllowed,
                o.source(),
                o.freeFrom(),
                arrangements);
    }

    /** A data review board that meets every second Thursday, papers a week before, ten days to the decision. */
    public static BoardContent aBoard(int place, String name) {
        return new BoardContent(
                place,
                BoardKind.DRB,
                name,
                "",
                Necessity.ALWAYS,
                Role.HOSPITAL_BOARD_SECRETARY,
                7,
                10,
                2,
                DayOfWeek.THURSDAY,
                List.of(),
                Set.of());
    }

    public OfferId published(ActAs hospital, OfferContent content) {
        publishers.add(hospital);
        return hospital.get(() -> {
            OfferId id = offers.draft(content);
            offers.publish(id);
            return id;
        });
    }

    /** Withdraws all offers that were published here, so that those of many tests do not crowd the lists of others. */
    public void withdrawOffers() {
        publishers.forEach(hospital -> hospital.run(() -> offers.mine().stream()
                .filter(offer -> offer.status() != OfferStatus.WITHDRAWN)
                .forEach(offer -> offers.withdraw(offer.id()))));
        publishers.clear();
    }

    public NeedId published(ActAs startup, NeedContent content) {
        return startup.get(() -> {
            needs.saveProfile(new StartupProfile("결마루", "재입원 예측", true, "KR", "", "none", "", List.of("return:fee")));
            NeedId id = needs.draft(content);
            needs.publish(id);
            return id;
        });
    }
}
