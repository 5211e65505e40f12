package dari.soak;

import dari.admin.ApplicationView;
import dari.admin.Applications;
import dari.admin.BoardRow;
import dari.admin.DecisionDesk;
import dari.admin.ReviewView;
import dari.admin.Reviews;
import dari.admin.panel.BallotStatus;
import dari.admin.panel.BallotView;
import dari.admin.panel.CastVote;
import dari.admin.panel.PanelAppointments;
import dari.admin.panel.PanelTerms;
import dari.admin.panel.PanelVotes;
import dari.admin.panel.Panels;
import dari.admin.panel.Seat;
import dari.admin.panel.VoteChoice;
import dari.support.ActAs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the program comes to its decision about an application. */
final class Program {

    private static final String OPEN = "INVITED";

    private final Applications applications;
    private final Reviews reviews;
    private final DecisionDesk desk;
    private final PanelAppointments appointments;
    private final Panels panels;
    private final PanelVotes votes;
    private final Cast cast;

    Program(
            Applications applications,
            Reviews reviews,
            DecisionDesk desk,
            PanelAppointments appointments,
            Panels panels,
            PanelVotes votes,
            Cast cast) {
        this.applications = applications;
        this.reviews = reviews;
        this.desk = desk;
        this.appointments = appointments;
        this.panels = panels;
        this.votes = votes;
        this.cast = cast;
    }

    /** @return null once there is, or soon will be, a project */
    @Nullable
    Step next(ActAs startup, ApplicationView application, Fate fate) {
        return switch (application.status()) {
            case SUBMITTED -> screened(startup, application, fate);
            case IN_REVIEW -> reviewed(startup, application, fate);
            case DECISION_READY -> voted(application, fate);
            case APPROVED, APPROVED_WITH_CONDITIONS -> null;
            case REJECTED, WITHDRAWN, CLOSED -> Step.over("application " + application.status());
            case DRAFT, RETURNED, WAITLISTED, APPEALED -> Step.stuck("application " + application.status());
        };
    }

    private Step screened(ActAs startup, ApplicationView application, Fate fate) {
        if (fate.ends() == Fate.End.WITHDRAWN) {
            startup.run(() -> applications.withdraw(application.id()));
            return Step.did("application withdrawn");
        }
        cast.administrator().run(() -> reviews.assign(application.id()));
        return Step.did("reviewers asked");
    }

    private Step reviewed(ActAs startup, ApplicationView application, Fate fate) {
        BoardRow row = cast.administrator().get(() -> desk.show(application.id()));
        if (row.ready()) {
            return put(application);
        }
        for (ActAs reviewer : cast.reviewers()) {
            for (ReviewView review : reviews.reviewsOf(reviewer.actor().user().value())) {
                boolean ofThis = row.reviews().stream().anyMatch(one -> one.id().equals(review.id()));
                if (ofThis && review.status().equals(OPEN)) {
                    reviewer.run(() -> reviews.declare(review.id(), false));
                    return Step.did("review taken on");
                }
                if (ofThis && review.isWritten()) {
                    return written(startup, application, reviewer, review, fate);
                }
            }
        }
        cast.administrator().run(() -> reviews.assign(application.id()));
        return Step.did("reviewers asked again");
    }

    private Step written(ActAs startup, ApplicationView application, ActAs reviewer, ReviewView review, Fate fate) {
        if (fate.ends() == Fate.End.WITHDRAWN_IN_REVIEW) {
            startup.run(() -> applications.withdraw(application.id()));
            return Step.did("application withdrawn in review");
        }
        reviewer.run(() ->
                reviews.submit(review.id(), Map.of("need", 4, "plan", 4, "team", 4, "benefit", 4), "필요와 계획이 분명합니다"));
        return Step.did("review handed in");
    }

    private Step put(ApplicationView application) {
        List<UUID> members = cast.reviewers().stream()
                .map(member -> member.actor().user().value())
                .toList();
        cast.administrator().run(() -> {
            appointments.appoint(
                    application.call().id(), new PanelTerms(2, 7, 14), members.get(0), Set.copyOf(members));
            panels.open(application.id());
        });
        return Step.did("vote opened");
    }

    private Step voted(ApplicationView application, Fate fate) {
        ActAs office = cast.administrator();
        BallotView ballot = office.get(() -> panels.present(application.id()));
        if (ballot == null || ballot.undecided()) {
            office.run(() -> panels.open(application.id()));
            return Step.did("vote opened");
        }
        if (ballot.status() == BallotStatus.CLOSED) {
            office.run(() -> panels.publish(ballot.id(), "필요와 계획이 분명합니다"));
            return Step.did("decision published");
        }
        Set<UUID> missing = ballot.seats().stream()
                .filter(seat -> seat.recused() == null && !seat.voted())
                .map(Seat::person)
                .collect(Collectors.toSet());
        if (missing.isEmpty()) {
            office.run(() -> panels.close(ballot.id(), "모두 같은 뜻이었습니다"));
            return Step.did("vote closed");
        }
        VoteChoice choice = fate.ends() == Fate.End.REJECTED ? VoteChoice.REJECT : VoteChoice.APPROVE;
        cast.reviewer(missing.iterator().next())
                .run(() -> votes.vote(ballot.id(), new CastVote(choice, "분명합니다", List.of())));
        return Step.did("vote cast");
    }
}
