package dari.register;

import dari.audit.History;
import dari.kernel.Anyone;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every project whose data could be opened, for everybody. An entry is there before its sandbox opens, never later. */
@Service
@Transactional(readOnly = true)
public class PublicRegister {

    /** What the public reads of a project's history; each has its own plain words in {@code register.step.<action>}. */
    private static final Set<String> PUBLIC_STEPS = Set.of(
            "project.made",
            "project.approval",
            "sandbox.released",
            "sandbox.approved",
            "sandbox.opened",
            "renewal.granted",
            "sandbox.suspended",
            "access.stopped",
            "access.lifted",
            "sandbox.expired",
            "sandbox.destroyed",
            "sandbox.keyDestroyed");

    private final Sandboxes sandboxes;
    private final History history;

    PublicRegister(Sandboxes sandboxes, History history) {
        this.sandboxes = sandboxes;
        this.history = history;
    }

    /** The newest first. */
    @Anyone
    public List<SandboxView> all() {
        return sandboxes.published();
    }

    /** The same, a page at a time. */
    @Anyone
    public Page<SandboxView> all(int page, int size) {
        return sandboxes.published(page, size);
    }

    /** Those whose number, names or texts hold every word, in either language and whatever the case. */
    @Anyone
    public List<SandboxView> find(String words) {
        List<String> wanted = Stream.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return all().stream()
                .filter(sandbox -> {
                    String text = text(sandbox.project());
                    return wanted.stream().allMatch(text::contains);
                })
                .toList();
    }

    /** Everything of one hospital, the newest first. */
    @Anyone
    public List<SandboxView> of(OrganizationId hospital) {
        return all().stream()
                .filter(sandbox -> sandbox.project().hospital().id().equals(hospital))
                .toList();
    }

    /** @throws NotFoundException when nothing public stands under this project */
    @Anyone
    public RegisterEntry entry(UUID project) {
        SandboxView found = sandboxes
                .publishedOf(new ProjectId(project))
                .orElseThrow(() -> new NotFoundException("register entry"));
        return new RegisterEntry(
                found,
                sandboxes.certificate(found.id()).orElse(null),
                history.of(List.of(project)).stream()
                        .filter(line -> PUBLIC_STEPS.contains(line.action()))
                        .toList());
    }

    private static String text(ProjectView project) {
        return String.join(
                        "\n",
                        project.number(),
                        project.titleKo(),
                        project.titleEn(),
                        project.summaryKo(),
                        project.summaryEn(),
                        project.benefit(),
                        project.startup().name(),
                        project.startup().name(Locale.ENGLISH),
                        project.hospital().name(),
                        project.hospital().name(Locale.ENGLISH))
                .toLowerCase(Locale.ROOT);
    }
}
