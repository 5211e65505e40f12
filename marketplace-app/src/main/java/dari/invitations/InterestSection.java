package dari.invitations;

import dari.introductions.IntroductionSection;
import dari.introductions.IntroductionStatus;
import dari.introductions.IntroductionView;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.needs.Needs;
import dari.needs.StartupProfile;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Beside an interest, for the hospital that answers it: who the startup is, and why the two fit or do not. A hospital that said
 * no, or never answered, does not go on reading what the startup says of itself today.
 */
@Component
class InterestSection implements IntroductionSection {

    private static final Set<IntroductionStatus> ALIVE =
            EnumSet.of(IntroductionStatus.INTERESTED, IntroductionStatus.MUTUAL);

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
        if (currentActor.get().face() != Face.HOSPITAL || !ALIVE.contains(introduction.status())) {
            return Map.of();
        }
        StartupProfile profile = needs.profileOf(introduction.startup().id());
        return Map.of("startupProfile", profile, "fit", finder.explain(introduction, profile));
    }
}
