package dari.reconciliation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where finance sees whether the books fit each other. */
@Controller
@RequestMapping("/program/reconciliation")
class ReconciliationController implements RailSource {

    private final Reconciliation reconciliation;

    ReconciliationController(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("run", reconciliation.last().orElse(null));
        return "reconciliation/reconciliation";
    }

    @PostMapping
    String now(RedirectAttributes next) {
        reconciliation.now();
        next.addFlashAttribute("toast", "reconciliation.ran");
        return "redirect:/program/reconciliation";
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(
                Face.PROGRAM,
                67,
                "/program/reconciliation",
                "met",
                "rail.reconciliation",
                Role.PROGRAM_ADMINISTRATOR,
                Role.PROGRAM_FINANCE));
    }

    @Configuration(proxyBeanMethods = false)
    static class Nightly {

        private static final LocalTime BEFORE_WORK = LocalTime.of(4, 30);

        @Bean
        RecurringTask<Void> reconcile(Reconciliation reconciliation, ZoneId seoul) {
            return Tasks.recurring("reconcile-money", new Daily(seoul, BEFORE_WORK))
                    .execute((instance, context) -> reconciliation.nightly());
        }
    }
}
