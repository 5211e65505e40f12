package dari.web;

import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of each desk: what waits for whom, the most pressing first. */
@Controller
class HomeController {

    private static final Comparator<WaitingItem> PRESSING_FIRST = Comparator.comparing(
                    (WaitingItem item) -> item.clock().due(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(item -> item.clock().since());

    private final List<WaitingSource> sources;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ZoneId seoul;

    HomeController(List<WaitingSource> sources, CurrentActor currentActor, Clock clock, ZoneId seoul) {
        this.sources = sources;
        this.currentActor = currentActor;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** Who belongs to no organisation has no desk. */
    @GetMapping("/home")
    String home(Model model) {
        if (currentActor.find().isEmpty()) {
            return "redirect:/account/organizations";
        }
        Actor actor = currentActor.get();
        List<WaitingItem> waiting = sources.stream()
                .flatMap(source -> source.waitingFor(actor).stream())
                .sorted(PRESSING_FIRST)
                .toList();
        model.addAttribute(
                "mine", waiting.stream().filter(item -> item.clock().mine()).toList());
        List<WaitingItem> theirs =
                waiting.stream().filter(item -> !item.clock().mine()).toList();
        model.addAttribute("theirs", theirs);
        // what others have to do is there to be looked at: nobody reads hundreds of it
        model.addAttribute(
                "theirsFirst", theirs.stream().limit(WaitingSource.MOST).toList());
        model.addAttribute("most", WaitingSource.MOST);
        model.addAttribute("today", LocalDate.now(clock.withZone(seoul)));
        return "home/desk";
    }
}
