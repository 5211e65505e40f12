package dari.demo;

import dari.audit.HistoryChain;
import dari.audit.HistoryCheckpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** At the first start of the demo, puts people and things to try into the marketplace, by the services people use. */
@Component
@Profile("demo")
class DemoData implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoData.class);

    private final DemoPeople people;
    private final DemoMarketplace marketplace;
    private final DemoBoards boards;
    private final DemoReviewers reviewers;
    private final DemoChecks checks;
    private final DemoHospitalPages pages;
    private final DemoAgents agents;
    private final DemoSecondSteps secondSteps;
    private final HistoryChain history;
    private final HistoryCheckpoints checkpoints;

    DemoData(
            DemoPeople people,
            DemoMarketplace marketplace,
            DemoBoards boards,
            DemoReviewers reviewers,
            DemoChecks checks,
            DemoHospitalPages pages,
            DemoAgents agents,
            DemoSecondSteps secondSteps,
            HistoryChain history,
            HistoryCheckpoints checkpoints) {
        this.history = history;
        this.checkpoints = checkpoints;
        this.people = people;
        this.secondSteps = secondSteps;
        this.marketplace = marketplace;
        this.boards = boards;
        this.reviewers = reviewers;
        this.checks = checks;
        this.pages = pages;
        this.agents = agents;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!people.areThere()) {
            people.create();
            marketplace.create();
            boards.create();
            reviewers.create();
            checks.create();
            pages.create();
            history.seal();
            checkpoints.make();
            log.info("the demo's people, offers, need and call are there");
        }
        secondSteps.setUp(DemoPeople.EMAILS);
        agents.leaveCodes();
    }
}
