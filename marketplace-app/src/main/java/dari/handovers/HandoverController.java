package dari.handovers;

import dari.introductions.IntroductionId;
import dari.introductions.IntroductionSection;
import dari.introductions.IntroductionView;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Beside a conversation: who holds it, and the hospital's way to hand it on. */
@Controller
class HandoverController implements IntroductionSection {

    private final Handovers handovers;
    private final CurrentActor currentActor;

    HandoverController(Handovers handovers, CurrentActor currentActor) {
        this.handovers = handovers;
        this.currentActor = currentActor;
    }

    record HandoverForm(
            @Nullable UUID colleague,
            @Nullable @Size(max = 600) String note) {}

    @Override
    public Map<String, Object> of(IntroductionView talk) {
        Map<String, Object> attributes = new HashMap<>();
        handovers.of(talk.id()).ifPresent(held -> attributes.put("held", held));
        attributes.put("ofHospital", currentActor.get().face() == Face.HOSPITAL);
        if (currentActor.get().is(Role.HOSPITAL_OFFICE)) {
            attributes.put("colleagues", handovers.colleagues());
        }
        return attributes;
    }

    @PostMapping("/introductions/{introduction}/handover")
    String hand(
            @PathVariable UUID introduction,
            @Valid @ModelAttribute HandoverForm form,
            BindingResult errors,
            RedirectAttributes next) {
        IntroductionId id = new IntroductionId(introduction);
        UUID colleague = form.colleague();
        if (errors.hasErrors() || colleague == null) {
            handovers.of(id);
            next.addFlashAttribute("handoverRefusal", "handovers.form.bad");
        } else {
            try {
                handovers.hand(id, new UserId(colleague), form.note() == null ? "" : form.note());
                next.addFlashAttribute("toast", "handovers.done");
            } catch (RuleBrokenException e) {
                next.addFlashAttribute("handoverRefusal", e.messageKey());
            }
        }
        return "redirect:/introductions/" + introduction;
    }
}
