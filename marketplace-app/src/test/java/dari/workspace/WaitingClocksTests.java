package dari.workspace;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dari.feasibility.Feasibility;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.kernel.Role;
import dari.meetings.Meetings;
import dari.meetings.NewMeeting;
import dari.needs.Needs;
import dari.projects.ProjectView;
import dari.provisioner.count.CountQuestion;
import dari.sandboxes.Sandboxes;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.Marketplace;
import dari.support.People;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing waits without a holder, a day since when, and a day on which to expect it. */
@DariTest
class WaitingClocksTests {

    @Autowired
    List<WaitingSource> sources;

    @Autowired
    Journey journey;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    Introductions introductions;

    @Autowired
    Meetings meetings;

    @Autowired
    Feasibility feasibility;

    @Autowired
    Needs needs;

    @Autowired
    Clock clock;

    @Test
    void everythingThatWaitsOnEitherSideHasItsClock() {
        ActAs startup = people.aStartup();
        ActAs hospital = people.aHospital();
        ProjectView project = journey.project(startup, hospital, anOffer("자료", healthTerms()));
        await().until(() -> !startup.get(() -> sandboxes.ofMyStartup()).isEmpty());
        IntroductionId talk = startup.get(() -> introductions.mine()).get(0).id();
        hospital.run(() -> meetings.propose(
                talk, new NewMeeting(List.of(clock.instant().plus(Duration.ofDays(3))), 30, "회의실", "")));
        startup.run(() -> feasibility.ask(
                project.offer(), new CountQuestion(1, null, null, null, "F", List.of(), null, null, null)));
        var second = marketplace.published(hospital, anOffer("또 다른 자료", healthTerms()));
        startup.run(() -> introductions.declare(second, needs.mine().get(0).id()));

        List<String> seen = new ArrayList<>();
        ActAs steward = people.colleagueOf(hospital, Role.HOSPITAL_STEWARD);
        for (ActAs reader : List.of(startup, hospital, steward)) {
            for (WaitingSource source : sources) {
                List<WaitingItem> items = reader.get(() -> source.waitingFor(reader.actor()));
                for (WaitingItem item : items) {
                    if (item.titleKey().startsWith("secondfactor.")) {
                        continue; // a person's own setting up, for which nobody else waits
                    }
                    WaitClock at = item.clock();
                    assertThat(at.who()).as(item.titleKey()).isNotBlank();
                    assertThat(at.since()).as(item.titleKey()).isNotNull();
                    assertThat(at.due() != null || at.getExpected() != null)
                            .as(item.titleKey() + " says when to expect it")
                            .isTrue();
                    seen.add(item.titleKey());
                }
            }
        }
        assertThat(seen)
                .anyMatch(key -> key.startsWith("introductions.waiting"))
                .anyMatch(key -> key.startsWith("meetings."))
                .anyMatch(key -> key.startsWith("projects.condition"))
                .anyMatch(key -> key.startsWith("sandboxes."))
                .anyMatch(key -> key.startsWith("feasibility.waiting"));
        marketplace.withdrawOffers();
    }
}
