package dari.approvals;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;

import dari.documents.DocumentContent;
import dari.documents.DocumentId;
import dari.documents.DocumentKind;
import dari.documents.Documents;
import dari.documents.Party;
import dari.documents.PartyKind;
import dari.projects.ConditionState;
import dari.projects.ProjectView;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

@DariTest
class TrainingConditionTests {

    private static final LocalDate TODAY = LocalDate.of(2098, 3, 1);

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    Documents documents;

    @Autowired
    TrainingCondition training;

    @Test
    void aShownRecordThatRanOutClosesAccessUntilOneThatHoldsIsShown() {
        ActAs startup = people.aStartup();
        ActAs hospital = people.aHospital();
        ProjectView project = journey.project(startup, hospital, anOffer("당뇨병 코호트", healthTerms()));
        show(startup, people.aHospital(), TODAY.minusDays(9)); // another hospital's matter
        assertThat(training.check(project, TODAY).holds()).isTrue();

        show(startup, hospital, TODAY);
        ConditionState last = training.check(project, TODAY);
        assertThat(last.holds()).isTrue();
        assertThat(last.until()).isEqualTo(TODAY);
        assertThat(training.check(project, TODAY.plusDays(1)).holds()).isFalse();

        show(startup, hospital, null);
        ConditionState renewed = training.check(project, TODAY.plusDays(1));
        assertThat(renewed.holds()).isTrue();
        assertThat(renewed.until()).isNull();
    }

    @Test
    void takingARecordOutOfSightOrMakingSomethingElseOfItDoesNotMakeWhatRanOutHold() {
        ActAs startup = people.aStartup();
        ActAs hospital = people.aHospital();
        hide(startup, show(startup, hospital, TODAY.minusDays(9))); // before the project: another matter
        ProjectView project = journey.project(startup, hospital, anOffer("당뇨병 코호트", healthTerms()));
        assertThat(training.check(project, TODAY).holds()).isTrue();

        hide(startup, show(startup, hospital, TODAY));
        assertThat(training.check(project, TODAY).until()).isEqualTo(TODAY);
        assertThat(training.check(project, TODAY.plusDays(1)).holds()).isFalse();

        DocumentId record = show(startup, hospital, TODAY.plusDays(30));
        assertThat(training.check(project, TODAY.plusDays(1)).holds()).isTrue();

        becomes(startup, record, DocumentKind.OTHER);
        assertThat(training.check(project, TODAY.plusDays(1)).until()).isEqualTo(TODAY.plusDays(30));
        assertThat(training.check(project, TODAY.plusDays(31)).holds()).isFalse();
        becomes(startup, record, DocumentKind.TRAINING_CERTIFICATE);
        assertThat(training.check(project, TODAY.plusDays(31)).holds()).isTrue();
    }

    private void becomes(ActAs startup, DocumentId id, DocumentKind kind) {
        startup.run(
                () -> documents.replace(id, new DocumentContent(kind, "이수증", "", "", null, TODAY.plusDays(90)), null));
    }

    private void hide(ActAs startup, DocumentId id) {
        startup.run(() -> documents.grants(id).forEach(grant -> documents.withdraw(id, grant.id())));
    }

    private DocumentId show(ActAs startup, ActAs hospital, @Nullable LocalDate expires) {
        return startup.get(() -> {
            DocumentId id = documents.add(
                    new DocumentContent(DocumentKind.TRAINING_CERTIFICATE, "이수증", "", "", null, expires),
                    new MockMultipartFile(
                            "file", "a.txt", null, String.valueOf(expires).getBytes(StandardCharsets.UTF_8)));
            documents.grant(
                    List.of(id),
                    new Party(PartyKind.HOSPITAL, hospital.organization().id().value()));
            return id;
        });
    }
}
