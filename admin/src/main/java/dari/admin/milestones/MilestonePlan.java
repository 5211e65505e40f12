package dari.admin.milestones;

import dari.admin.ApplicationDecided;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Plans the steps of an application as soon as it is approved. */
@Component
class MilestonePlan {

    private final Milestones milestones;

    MilestonePlan(Milestones milestones) {
        this.milestones = milestones;
    }

    @ApplicationModuleListener
    void on(ApplicationDecided event) {
        if (event.approved()) {
            milestones.plan(event.application());
        }
    }
}
