package dari.demo;

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

    DemoData(DemoPeople people) {
        this.people = people;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (people.areThere()) {
            return;
        }
        people.create();
        log.info("the demo's people are there");
    }
}
