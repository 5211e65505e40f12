package dari.support;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;

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
import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.IdBytes;
import dari.kernel.UserId;
import dari.needs.NeedContent;
import dari.needs.NeedId;
import dari.offers.OfferContent;
import dari.offers.OfferId;
import dari.organizations.OrganizationMembership;
import dari.organizations.Organizations;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leads two sides through a call, by the services people use, to the project they share. */
@TestComponent
public class Journey {

    private final Marketplace marketplace;
    private final People people;
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
    private final Organizations organizations;
    private final JdbcClient database;

    Journey(
            Marketplace marketplace,
            People people,
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
            Organizations organizations,
            JdbcClient database) {
        this.marketplace = marketplace;
        this.people = people;
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
        this.organizations = organizations;
        this.database = database;
    }

    public ProjectView project(ActAs startup, ActAs hospital, OfferContent content) {
        return project(startup, hospital, marketplace.published(hospital, content), aNeed("재입원 예측"));
    }

    /** The startup's newest, about an offer that may have others. */
    public ProjectView project(ActAs startup, ActAs hospital, OfferId offer, NeedContent wanted) {
        NeedId need = marketplace.published(startup, wanted);
        IntroductionId introduction = startup.get(() -> introductions.declare(offer, need));
        hospital.run(() -> introductions.accept(introduction));
        ActAs administrator = people.anAdministrator();
        people.aReviewer();
        UUID application = application(startup, administrator, introduction);
        administrator.run(() -> reviews.assign(application));
        administrator
                .get(() -> decisions.show(application))
                .reviews()
                .forEach(review -> reviewer(review.id()).run(() -> {
                    reviews.declare(review.id(), false);
                    reviews.submit(review.id(), Map.of("need", 4, "plan", 4, "team", 4, "benefit", 4), "좋습니다");
                }));
        List<ProjectView> before = startup.get(() -> projects.mine());
        decided(administrator, application, VoteChoice.APPROVE);
        return Awaitility.await()
                .until(() -> startup.get(() -> projects.mine()), now -> now.size() > before.size())
                .get(0);
    }

    /** An open call that needs one review of each application. */
    public UUID call(ActAs administrator, CallRules rules) {
        return administrator.get(() -> {
            UUID id = calls.draft(
                    new CallContent("공모", "Call", "설명", "About", LocalDate.of(2099, 12, 31), 1_000_000_000L, 20, 1));
            builder.rules(id, rules);
            calls.open(id);
            return id;
        });
    }

    /** An application of two sides that agreed, reviewed with the same score everywhere. */
    public UUID reviewed(ActAs administrator, UUID call, ActAs startup, ActAs hospital, int score) {
        IntroductionId introduction = introduced(startup, hospital);
        UUID application = startup.get(() -> {
            UUID id = applications.draft(
                    call, introduction.value(), new ApplicationText("한 문장 요약", "One sentence", "이익", "계획"));
            applications.submit(id);
            return id;
        });
        review(administrator, application, score);
        return application;
    }

    public IntroductionId introduced(ActAs startup, ActAs hospital) {
        OfferId offer = marketplace.published(hospital, anOffer("당뇨병 코호트", healthTerms()));
        NeedId need = marketplace.published(startup, aNeed("재입원 예측"));
        IntroductionId introduction = startup.get(() -> introductions.declare(offer, need));
        hospital.run(() -> introductions.accept(introduction));
        return introduction;
    }

    /** Reviewers are found, free of conflicts, and hand in their reviews. */
    public void review(ActAs administrator, UUID application, int score) {
        people.aReviewer();
        administrator.run(() -> reviews.assign(application));
        administrator
                .get(() -> decisions.show(application))
                .reviews()
                .forEach(review -> reviewer(review.id()).run(() -> {
                    reviews.declare(review.id(), false);
                    reviews.submit(
                            review.id(),
                            Map.of("need", score, "plan", score, "team", score, "benefit", score),
                            "읽었습니다");
                }));
    }

    /** A new panel of two votes alike, and the office publishes what follows from it. */
    public void decided(ActAs administrator, UUID application, VoteChoice choice) {
        decided(administrator, ballot(administrator, application), choice);
    }

    /** A new panel of two has the application before it; its hospitals are asked. */
    public OpenBallot ballot(ActAs administrator, UUID application) {
        List<ActAs> members = List.of(people.aReviewer(), people.aReviewer());
        List<UUID> persons =
                members.stream().map(member -> member.actor().user().value()).toList();
        return new OpenBallot(
                administrator.get(() -> {
                    UUID call = decisions.show(application).application().call().id();
                    appointments.appoint(call, new PanelTerms(2, 7, 14), persons.get(0), Set.copyOf(persons));
                    return panels.open(application);
                }),
                members);
    }

    public record OpenBallot(UUID ballot, List<ActAs> members) {}

    /** Everybody of the panel votes alike, and the office publishes what follows from it. */
    public void decided(ActAs administrator, OpenBallot open, VoteChoice choice) {
        decided(administrator, open, choice, List.of("분기마다 보고"));
    }

    /** @param conditions one a line, as each member writes them */
    public void decided(ActAs administrator, OpenBallot open, VoteChoice choice, List<String> conditions) {
        open.members()
                .forEach(member ->
                        member.run(() -> votes.vote(open.ballot(), new CastVote(choice, "분명합니다", conditions))));
        administrator.run(() -> {
            panels.close(open.ballot(), "모두 같은 뜻이었습니다");
            panels.publish(open.ballot(), "필요와 계획이 분명합니다");
        });
    }

    private UUID application(ActAs startup, ActAs administrator, IntroductionId introduction) {
        UUID call = administrator.get(() -> {
            UUID id = calls.draft(
                    new CallContent("공모", "Call", "설명", "About", LocalDate.of(2099, 12, 31), 1_000_000_000L, 20, 1));
            calls.open(id);
            return id;
        });
        return startup.get(() -> {
            UUID id = applications.draft(
                    call, introduction.value(), new ApplicationText("한 문장 요약", "One sentence", "이익", "계획"));
            applications.submit(id);
            return id;
        });
    }

    /** Whoever was asked for a review: reviewers of other tests are asked, too. */
    public ActAs reviewer(UUID review) {
        UserId reviewer = new UserId(IdBytes.toId(database.sql("SELECT reviewer FROM review WHERE id = ?")
                .param(IdBytes.of(review))
                .query(byte[].class)
                .single()));
        OrganizationMembership office = organizations.membershipsOf(reviewer).get(0);
        return new ActAs(
                new Actor(reviewer, office.organization().id(), Face.PROGRAM, office.roles()),
                office.organization(),
                "");
    }
}
