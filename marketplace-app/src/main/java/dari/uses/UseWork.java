package dari.uses;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Months of use that nobody has signed for. */
@Component
class UseWork implements WaitingSource {

    private final UseChecks checks;

    UseWork(UseChecks checks) {
        this.checks = checks;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        if (actor.face() != Face.HOSPITAL) {
            return List.of();
        }
        return checks.missing(actor, MOST).stream()
                .map(missing -> new WaitingItem(
                        "shield",
                        "uses.waiting",
                        List.of(
                                missing.sandbox().project().number(),
                                missing.sandbox().project().title(LocaleContextHolder.getLocale()),
                                missing.month().toString()),
                        "projects.waiting.text",
                        missing.clock(),
                        "/hospital/sandboxes/" + missing.sandbox().id().value() + "/use#checks",
                        "uses.waiting.look"))
                .toList();
    }
}
