package dari.load;

import dari.admin.ApplicationText;
import dari.admin.Applications;
import dari.admin.CallBuilder;
import dari.admin.CallContent;
import dari.admin.CallRules;
import dari.admin.Calls;
import dari.admin.DecisionDesk;
import dari.admin.Reviews;
import dari.admin.panel.CastVote;
import dari.admin.panel.PanelAppointments;
import dari.admin.panel.PanelTerms;
import dari.admin.panel.PanelVotes;
import dari.admin.panel.Panels;
import dari.admin.panel.VoteChoice;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.kernel.IdBytes;
import dari.projects.Projects;
import dari.support.ActAs;
import dari.support.Journey;
import dari.support.People;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Leads one application to each stage by the services that people use, and reads what became of it. */
@TestComponent
class Prototypes {

    /** How far an application came. */
    enum Stage {
        DRAFT,
        SUBMITTED,
        IN_REVIEW,
        REVIEWED,
        VOTING,
        APPROVED,
        REJECTED
    }

    /** An application with what belongs to it, its call with what is fixed there, and whose it was. */
    record Staged(Prototype application, Prototype call, ActAs startup, ActAs hospital, ActAs administrator) {}

    private static final int REVIEWS = 3;

    private static final String STEPS = """
            [{"code":"agreement","days":14,"holder":"STARTUP","pays":false,"title":{"ko":"협약","en":"Agreement"}},
             {"code":"check","days":120,"holder":"HOSPITAL","pays":false,"title":{"ko":"중간 점검","en":"Mid-term check"}},
             {"code":"settlement","days":270,"holder":"STARTUP","pays":true,"title":{"ko":"정산","en":"Settlement"}}]
            """;

    private static final String PROJECTS = "project IN (SELECT id FROM project WHERE application = ?)";

    private final People people;
    private final Journey journey;
    private final Introductions introductions;
    private final Calls calls;
    private final CallBuilder builder;
    private final Applications applications;
    private final Reviews reviews;
    private final DecisionDesk decisions;
    private final PanelAppointments appointments;
    private final Panels panels;
    private final PanelVotes votes;
    private final Projects projects;
    private final JdbcTemplate database;

    Prototypes(
            People people,
            Journey journey,
            Introductions introductions,
            Calls calls,
            CallBuilder builder,
            Applications applications,
            Reviews reviews,
            DecisionDesk decisions,
            PanelAppointments appointments,
            Panels panels,
            PanelVotes votes,
            Projects projects,
            JdbcTemplate database) {
        this.people = people;
        this.journey = journey;
        this.introductions = introductions;
        this.calls = calls;
        this.builder = builder;
        this.applications = applications;
        this.reviews = reviews;
        this.decisions = decisions;
        this.appointments = appointments;
        this.panels = panels;
        this.votes = votes;
        this.projects = projects;
        this.database = database;
    }

    Map<Stage, Staged> make() {
        ActAs administrator = people.anAdministrator();
        for (int i = 0; i < REVIEWS + 1; i++) {
            people.aReviewer();
        }
        Map<Stage, Staged> made = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            made.put(stage, make(stage, administrator));
        }
        return made;
    }

    private Staged make(Stage stage, ActAs administrator) {
        ActAs startup = people.aStartup();
        ActAs hospital = people.aHospital();
        UUID call = administrator.get(() -> {
            UUID id = calls.draft(new CallContent(
                    "공모", "Call", "설명", "About", LocalDate.of(2099, 12, 31), 1_000_000_000L, 20, REVIEWS));
            builder.rules(id, CallRules.PLAIN);
            database.update("UPDATE program_call SET milestones = ? WHERE id = ?", STEPS, IdBytes.of(id));
            calls.open(id);
            return id;
        });
        IntroductionId introduction = journey.introduced(startup, hospital);
        startup.run(() -> introductions.write(introduction, "자료 항목을 먼저 보고 싶습니다.", "ko"));
        hospital.run(() -> introductions.write(introduction, "다음 주에 항목 목록을 보내 드립니다.", "ko"));
        UUID application = startup.get(() -> applications.draft(
                call, introduction.value(), new ApplicationText("한 문장 요약", "One sentence", "환자의 이익", "분기마다 나눈 계획")));
        if (stage != Stage.DRAFT) {
            startup.run(() -> applications.submit(application));
        }
        if (stage.compareTo(Stage.IN_REVIEW) >= 0) {
            review(administrator, application, stage == Stage.IN_REVIEW ? 1 : REVIEWS);
        }
        switch (stage) {
            case VOTING -> vote(administrator, call, application);
            case APPROVED -> {
                journey.decided(administrator, application, VoteChoice.APPROVE);
                Awaitility.await().until(() -> !startup.get(projects::mine).isEmpty());
                Awaitility.await()
                        .until(() -> rows("invoice", PROJECTS, application) == 1
                                && rows("agreement", PROJECTS, application) == 1
                                && rows("application_milestone", "application = ?", application) == 3);
            }
            case REJECTED -> journey.decided(administrator, application, VoteChoice.REJECT);
            default -> {}
        }
        return new Staged(
                Prototype.read(database, ofApplication(), application),
                Prototype.read(database, ofCall(), call),
                startup,
                hospital,
                administrator);
    }

    private void review(ActAs administrator, UUID application, int handedIn) {
        administrator.run(() -> reviews.assign(application));
        administrator.get(() -> decisions.show(application)).reviews().stream()
                .limit(handedIn)
                .forEach(review -> journey.reviewer(review.id()).run(() -> {
                    reviews.declare(review.id(), false);
                    reviews.submit(
                            review.id(), Map.of("need", 4, "plan", 3, "team", 4, "benefit", 5), "필요와 계획이 분명합니다.");
                }));
    }

    private void vote(ActAs administrator, UUID call, UUID application) {
        List<ActAs> members = List.of(people.aReviewer(), people.aReviewer());
        List<UUID> persons =
                members.stream().map(member -> member.actor().user().value()).toList();
        UUID ballot = administrator.get(() -> {
            appointments.appoint(call, new PanelTerms(2, 30, 14), persons.get(0), Set.copyOf(persons));
            return panels.open(application);
        });
        members.get(0).run(() -> votes.vote(ballot, new CastVote(VoteChoice.APPROVE, "분명합니다", List.of())));
    }

    private int rows(String table, String condition, UUID application) {
        return database.queryForList("SELECT 1 FROM " + table + " WHERE " + condition, (Object) IdBytes.of(application))
                .size();
    }

    static Map<String, String> ofApplication() {
        Map<String, String> tables = new LinkedHashMap<>();
        String introduction = "(SELECT introduction FROM application WHERE id = ?)";
        tables.put("introduction", "id = " + introduction);
        tables.put("introduction_message", "introduction = " + introduction);
        tables.put("application", "id = ?");
        for (String table : List.of(
                "application_submission",
                "application_milestone",
                "review",
                "letter",
                "hospital_outcome",
                "application_dataset",
                "hospital_decision",
                "project")) {
            tables.put(table, "application = ?");
        }
        tables.put("panel_ballot", "subject = ?");
        tables.put("panel_vote", "ballot IN (SELECT id FROM panel_ballot WHERE subject = ?)");
        tables.put("agreement", PROJECTS);
        tables.put("invoice", PROJECTS);
        tables.put(
                "history",
                "subject = ? OR subject = " + introduction
                        + " OR subject IN (SELECT id FROM project WHERE application = ?)");
        return tables;
    }

    private static Map<String, String> ofCall() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("program_call", "id = ?");
        tables.put("call_version", "program_call = ?");
        tables.put("history", "subject = ?");
        return tables;
    }
}
