package dari.invitations;

import dari.introductions.IntroductionSection;
import dari.introductions.IntroductionView;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.needs.Needs;
import dari.needs.StartupProfile;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Beside an interest, for the hospital that answers it: who the startup is, and why the two fit or do not. */
@Component
class InterestSection implements IntroductionSection {

    private final Needs needs;
    private final NeedFinder finder;
    private final CurrentActor currentActor;

    InterestSection(Needs needs, NeedFinder finder, CurrentActor currentActor) {
        this.needs = needs;
        this.finder = finder;
        this.currentActor = currentActor;
    }

    @Override
    public Map<String, Object> of(IntroductionView introduction) {
        if (currentActor.get().face() != Face.HOSPITAL) {
            return Map.of();
        }
        StartupProfile profile = needs.profileOf(introduction.startup().id());
        return Map.of("startupProfile", profile, "fit", finder.explain(introduction, profile));
    }
}
