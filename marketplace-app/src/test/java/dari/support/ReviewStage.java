package dari.support;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;

import dari.accounts.Accounts;
import dari.admin.ApplicationText;
import dari.admin.Applications;
import dari.admin.CallContent;
import dari.admin.Calls;
import dari.admin.Reviews;
import dari.admin.reviewers.Assignments;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.kernel.Face;
import dari.kernel.IdBytes;
import dari.kernel.Ids;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.needs.NeedId;
import dari.offers.OfferId;
import dari.organizations.Organizations;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sets calls, applications and reviewers up as a test needs them; what only time brings about is written to the database. */
@TestComponent
public class ReviewStage {

    private final Marketplace marketplace;
    private final Introductions introductions;
    private final Calls calls;
    private final Applications applications;
    private final Assignments assignments;
    private final Reviews reviews;
    private final Organizations organizations;
    private final Accounts accounts;
    private final JdbcTemplate database;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    ReviewStage(
            Marketplace marketplace,
            Introductions introductions,
            Calls calls,
            Applications applications,
            Assignments assignments,
            Reviews reviews,
            Organizations organizations,
            Accounts accounts,
            JdbcTemplate database,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.marketplace = marketplace;
        this.introductions = introductions;
        this.calls = calls;
        this.applications = applications;
        this.assignments = assignments;
        this.reviews = reviews;
        this.organizations = organizations;
        this.accounts = accounts;
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    public UUID call(ActAs administrator, int leastReviews) {
        return administrator.get(() -> {
            UUID id = calls.draft(new CallContent(
                    "공모", "Call", "설명", "About", LocalDate.of(2099, 12, 31), 1_000_000_000L, 20, leastReviews));
            calls.open(id);
            return id;
        });
    }

    public UUID submitted(UUID call, ActAs startup, ActAs hospital) {
        return submitted(call, startup, hospital, "계획");
    }

    public UUID submitted(UUID call, ActAs startup, ActAs hospital, String plan) {
        OfferId offer = marketplace.published(hospital, anOffer("당뇨병 코호트", healthTerms()));
        NeedId need = marketplace.published(startup, aNeed("재입원 예측"));
        IntroductionId introduction = startup.get(() -> introductions.declare(offer, need));
        hospital.run(() -> introductions.accept(introduction));
        return startup.get(() -> {
            UUID id = applications.draft(
                    call, introduction.value(), new ApplicationText("한 문장", "One sentence", "이익", plan));
            applications.submit(id);
            return id;
        });
    }

    /** Exactly these people are asked. */
    public void ask(ActAs administrator, UUID call, UUID application, ActAs... reviewers) {
        administrator.run(() -> {
            for (ActAs reviewer : reviewers) {
                assignments.add(call, application, id(reviewer), false);
            }
            assignments.confirm(call);
        });
    }

    public UUID review(ActAs reviewer, UUID application) {
        return IdBytes.toId(database.queryForObject(
                "SELECT id FROM review WHERE reviewer = ? AND application = ?",
                byte[].class,
                IdBytes.of(id(reviewer)),
                IdBytes.of(application)));
    }

    public UUID accepted(ActAs reviewer, UUID application) {
        UUID review = review(reviewer, application);
        reviewer.run(() -> reviews.declare(review, false));
        return review;
    }

    public UUID handedIn(ActAs reviewer, UUID application, Map<String, Integer> scores) {
        UUID review = accepted(reviewer, application);
        reviewer.run(() -> reviews.submit(review, scores, "까닭"));
        return review;
    }

    public void due(UUID review, LocalDate day) {
        database.update("UPDATE review SET due = ? WHERE id = ?", day, IdBytes.of(review));
    }

    public void answerBy(UUID review, LocalDate day) {
        database.update("UPDATE review SET answer_by = ? WHERE id = ?", day, IdBytes.of(review));
    }

    public Clock seoulClock() {
        return clock.withZone(seoul);
    }

    /** A person of one organisation belongs to another, too. */
    public void joined(ActAs person, OrganizationId organization, Role... roles) {
        String names = roles.length == 0 ? Role.HOSPITAL_OFFICE.name() : roles[0].name();
        database.update(
                "INSERT INTO membership (id, version, organization, account, roles, since)"
                        + " VALUES (?, 0, ?, ?, ?, '2026-01-01 00:00:00')",
                IdBytes.of(ids.next()),
                IdBytes.of(organization.value()),
                IdBytes.of(id(person)),
                names);
        database.update(
                "INSERT INTO history (id, happened_at, action, subject_kind, subject, facts)"
                        + " VALUES (?, '2026-01-01 00:00:00', 'organization.joined', 'organization', ?, ?)",
                IdBytes.of(ids.next()),
                IdBytes.of(organization.value()),
                "{\"account\":\"" + id(person) + "\"}");
    }

    public void left(ActAs person, OrganizationId organization) {
        database.update(
                "DELETE FROM membership WHERE organization = ? AND account = ?",
                IdBytes.of(organization.value()),
                IdBytes.of(id(person)));
    }

    /** Keys of everything that a person was told. */
    public List<String> notices(ActAs person) {
        return database.queryForList(
                "SELECT message_key FROM notification WHERE account = ?", String.class, IdBytes.of(id(person)));
    }

    public String name(ActAs person) {
        return accounts.names(List.of(person.actor().user())).get(person.actor().user());
    }

    public int everyReviewer() {
        return (int) organizations.members(Face.PROGRAM).stream()
                .filter(member -> member.roles().contains(Role.PROGRAM_REVIEWER))
                .count();
    }

    private static UUID id(ActAs person) {
        return person.actor().user().value();
    }
}
