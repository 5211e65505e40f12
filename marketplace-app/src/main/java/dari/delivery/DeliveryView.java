package dari.delivery;

import dari.offers.Delivery;
import dari.sandboxes.SandboxView;
import java.util.List;

/**
 * How a release is handed over, as both sides are shown it.
 *
 * @param obstacles what keeps it from leaving as files; empty where it may
 */
public record DeliveryView(SandboxView sandbox, List<FileObstacle> obstacles) {

    public DeliveryView {
        obstacles = List.copyOf(obstacles);
    }

    static DeliveryView of(SandboxView sandbox) {
        return new DeliveryView(sandbox, List.copyOf(FileRule.obstacles(sandbox)));
    }

    public Delivery mode() {
        return sandbox.project().terms().delivery();
    }

    public boolean filesAllowed() {
        return obstacles.isEmpty();
    }

    /** Whether programs get only answers in which the export desk's check finds nothing. */
    public boolean answersChecked() {
        return !sandbox.project().terms().downloadsAllowed();
    }
}
