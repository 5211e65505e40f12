package dari.agents;

import dari.kernel.CurrentActor;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.provisioner.agent.Protocol.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hospital's desk for its agents: codes, jobs, refusals, and what is carried by hand. */
@Controller
@RequestMapping("/hospital/agents")
class HospitalAgentController {

    private static final String PAGE = "redirect:/hospital/agents";

    private final AgentDesk agents;
    private final CarriedWork carried;
    private final CurrentActor currentActor;

    HospitalAgentController(AgentDesk agents, CarriedWork carried, CurrentActor currentActor) {
        this.agents = agents;
        this.carried = carried;
        this.currentActor = currentActor;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("agents", agents.mine());
        model.addAttribute("jobs", agents.jobs());
        model.addAttribute("refusals", agents.refusals());
        model.addAttribute("steward", currentActor.get().is(Role.HOSPITAL_STEWARD));
        return "agents/list";
    }

    @PostMapping
    String issueCode(RedirectAttributes next) {
        next.addFlashAttribute("code", agents.issueCode().text());
        return PAGE;
    }

    @PostMapping("/{agent}/revoke")
    String revoke(@PathVariable UUID agent, RedirectAttributes next) {
        agents.revoke(agent);
        next.addFlashAttribute("toast", "agents.revoked");
        return PAGE;
    }

    @PostMapping("/{agent}/jobs")
    ResponseEntity<String> next(@PathVariable UUID agent) {
        Optional<CarriedWork.JobFile> job = carried.next(agent);
        return job.map(HospitalAgentController::file)
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, "/hospital/agents?none")
                        .build());
    }

    @GetMapping("/jobs/{job}")
    ResponseEntity<String> again(@PathVariable UUID job) {
        return file(carried.again(job));
    }

    @PostMapping("/results")
    String takeIn(@RequestParam MultipartFile result, RedirectAttributes next) throws IOException {
        try {
            State end = carried.takeIn(result.getInputStream());
            next.addFlashAttribute("toast", end == State.DONE ? "agents.carry.done" : "agents.carry.noted");
        } catch (RuleBrokenException e) {
            next.addFlashAttribute("refusal", e.messageKey());
        }
        return PAGE;
    }

    private static ResponseEntity<String> file(CarriedWork.JobFile job) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(job.job() + ".job.json")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(job.document());
    }
}
