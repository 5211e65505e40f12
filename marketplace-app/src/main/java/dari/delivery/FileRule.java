package dari.delivery;

import dari.offers.Delivery;
import dari.provisioner.recipe.Recipe;
import dari.sandboxes.SandboxStatus;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Tier;
import java.util.EnumSet;
import java.util.Set;

/** A release leaves as files only where the agreement, the tier and the recipe all say so; nothing of it is a setting. */
final class FileRule {

    /** None is reached before as many people as the tier asks for let the release go. */
    private static final Set<SandboxStatus> LET_GO =
            EnumSet.of(SandboxStatus.READY, SandboxStatus.ACTIVE, SandboxStatus.SUSPENDED, SandboxStatus.EXPIRED);

    private FileRule() {}

    static Set<FileObstacle> obstacles(SandboxView sandbox) {
        Set<FileObstacle> obstacles = EnumSet.noneOf(FileObstacle.class);
        if (sandbox.project().terms().delivery() != Delivery.FILE) {
            obstacles.add(FileObstacle.MODE);
        }
        if (!sandbox.project().terms().downloadsAllowed()) {
            obstacles.add(FileObstacle.DOWNLOADS);
        }
        if (sandbox.tier() != Tier.HIGH) {
            obstacles.add(FileObstacle.TIER);
        }
        if (!LET_GO.contains(sandbox.status())) {
            obstacles.add(FileObstacle.LOOKS);
        }
        String recipe = sandbox.recipe();
        if (recipe == null || !Recipe.outline(recipe).files()) {
            obstacles.add(FileObstacle.RECIPE);
        }
        return obstacles;
    }
}
