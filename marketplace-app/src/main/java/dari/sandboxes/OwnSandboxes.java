package dari.sandboxes;

import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.NotFoundException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sandboxes for those alone to whom they belong; anybody else's does not exist. */
@Component
class OwnSandboxes {

    private final SandboxRepository sandboxes;
    private final CurrentActor currentActor;

    OwnSandboxes(SandboxRepository sandboxes, CurrentActor currentActor) {
        this.sandboxes = sandboxes;
        this.currentActor = currentActor;
    }

    Sandbox ofMyHospital(SandboxId id) {
        return prepared(sandboxes.findById(id));
    }

    /** The same, for this transaction alone until it ends. */
    Sandbox lockOfMyHospital(SandboxId id) {
        return prepared(sandboxes.lock(id));
    }

    Sandbox ofMyStartup(SandboxId id) {
        return found(sandboxes.findById(id).filter(sandbox -> currentActor.get().belongsTo(sandbox.startup())));
    }

    /** For either of its two sides. */
    Sandbox ofMine(SandboxId id) {
        Actor actor = currentActor.get();
        return found(sandboxes
                .findById(id)
                .filter(sandbox -> actor.belongsTo(sandbox.startup()) || actor.belongsTo(sandbox.hospital())));
    }

    private Sandbox prepared(Optional<Sandbox> asked) {
        return found(asked.filter(sandbox -> currentActor.get().belongsTo(sandbox.hospital())));
    }

    private static Sandbox found(Optional<Sandbox> mine) {
        return mine.orElseThrow(() -> new NotFoundException("sandbox"));
    }
}
