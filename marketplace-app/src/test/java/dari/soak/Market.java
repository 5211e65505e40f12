package dari.soak;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static dari.support.Marketplace.lasting;

import dari.admin.ApplicationText;
import dari.admin.ApplicationView;
import dari.admin.Applications;
import dari.admin.CallContent;
import dari.admin.Calls;
import dari.introductions.IntroductionId;
import dari.introductions.IntroductionView;
import dari.introductions.Introductions;
import dari.needs.NeedId;
import dari.offers.OfferId;
import dari.support.ActAs;
import dari.support.Marketplace;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How two sides find each other and hand in an application. */
final class Market {

    private final Marketplace marketplace;
    private final Introductions introductions;
    private final Calls calls;
    private final Applications applications;
    private final Cast cast;

    Market(Marketplace marketplace, Introductions introductions, Calls calls, Applications applications, Cast cast) {
        this.marketplace = marketplace;
        this.introductions = introductions;
        this.calls = calls;
        this.applications = applications;
        this.cast = cast;
    }

    /** The startup's application once it is handed in; empty while the step says what comes before. */
    record Talks(Optional<ApplicationView> application, Step step) {

        static Talks before(Step step) {
            return new Talks(Optional.empty(), step);
        }
    }

    Talks next(ActAs startup, String hospital, Fate fate) {
        List<ApplicationView> mine = startup.get(() -> applications.mine());
        if (!mine.isEmpty()) {
            return application(startup, mine.get(0));
        }
        List<IntroductionView> talks = startup.get(() -> introductions.mine());
        if (talks.isEmpty()) {
            declare(startup, cast.at(hospital, "office"), fate);
            return Talks.before(Step.did("interest declared"));
        }
        IntroductionView talk = talks.get(0);
        return Talks.before(
                switch (talk.status()) {
                    case INTERESTED -> answer(cast.at(hospital, "office"), talk.id(), fate);
                    case MUTUAL -> draft(startup, talk.id());
                    case DECLINED, EXPIRED -> Step.over("introduction " + talk.status());
                });
    }

    private void declare(ActAs startup, ActAs office, Fate fate) {
        OfferId offer = marketplace.published(office, lasting(anOffer("당뇨병 코호트", healthTerms()), fate.accessDays()));
        NeedId need = marketplace.published(startup, aNeed("재입원 예측"));
        startup.run(() -> introductions.declare(offer, need));
    }

    private Step answer(ActAs office, IntroductionId talk, Fate fate) {
        if (fate.ends() == Fate.End.DECLINED) {
            office.run(() -> introductions.decline(talk, "올해는 여력이 없습니다"));
            return Step.did("introduction declined");
        }
        office.run(() -> introductions.accept(talk));
        return Step.did("introduction accepted");
    }

    private Step draft(ActAs startup, IntroductionId talk) {
        UUID call = cast.administrator().get(() -> {
            UUID id = calls.draft(
                    new CallContent("공모", "Call", "설명", "About", LocalDate.of(2099, 12, 31), 1_000_000_000L, 20, 1));
            calls.open(id);
            return id;
        });
        startup.run(() -> applications.draft(
                call, talk.value(), new ApplicationText("한 문장 요약", "One sentence", "환자의 이익", "분기마다 나눈 계획")));
        return Step.did("application drafted");
    }

    private Talks application(ActAs startup, ApplicationView application) {
        if (application.writable()) {
            startup.run(() -> applications.submit(application.id()));
            return Talks.before(Step.did("application handed in"));
        }
        return new Talks(Optional.of(application), Step.did(""));
    }
}
