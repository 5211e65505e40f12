package dari.register;

import dari.audit.History;
import dari.kernel.Anyone;
import dari.kernel.IdBytes;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import dari.projects.Projects;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxOutline;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
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
    private final Projects projects;
    private final History history;

    PublicRegister(Sandboxes sandboxes, Projects projects, History history) {
        this.sandboxes = sandboxes;
        this.projects = projects;
        this.history = history;
    }

    /** The newest first. */
    @Anyone
    public List<SandboxView> all() {
        return sandboxes.published();
    }

    /** The newest so many. */
    @Anyone
    public List<SandboxView> newest(int most) {
        return sandboxes.published(0, most).getContent();
    }

    /**
     * A page of those whose number, names or texts hold every word, in either language and whatever the case; of all
     * where there is no word. The newest first.
     */
    @Anyone
    public Page<SandboxView> find(String words, int page, int size) {
        if (words.isBlank()) {
            return sandboxes.published(page, size);
        }
        List<SandboxId> all = having(words);
        List<SandboxId> shown =
                all.stream().skip((long) page * size).limit(size).toList();
        return new PageImpl<>(sandboxes.published(shown), PageRequest.of(page, size), all.size());
    }

    /**
     * The same, so many behind one at most.
     *
     * @param last id of the one behind which they stand, by which nothing need stand there any more; null for the first
     */
    @Anyone
    public List<SandboxView> find(String words, @Nullable UUID last, int most) {
        return sandboxes.published(having(words).stream()
                .filter(id -> last == null || IdBytes.ORDER.compare(id.value(), last) < 0)
                .limit(most)
                .toList());
    }

    /** Only what is looked through is read of all: what is shown of those that are found, the caller reads. */
    private List<SandboxId> having(String words) {
        List<SandboxOutline> all = sandboxes.publishedOutlines();
        List<String> wanted = Stream.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        Map<ProjectId, String> texts = wanted.isEmpty()
                ? Map.of()
                : projects.words(all.stream().map(SandboxOutline::project).toList());
        return all.stream()
                .filter(one -> wanted.stream().allMatch(texts.getOrDefault(one.project(), "")::contains))
                .map(SandboxOutline::id)
                .toList();
    }

    /** Everything of one hospital, the newest first. */
    @Anyone
    public List<SandboxView> of(OrganizationId hospital) {
        return sandboxes.publishedOf(hospital);
    }

    /** Which there are at each hospital, without what is said of them. */
    @Anyone
    public Map<OrganizationId, List<SandboxOutline>> byHospital() {
        return sandboxes.publishedOutlines().stream().collect(Collectors.groupingBy(SandboxOutline::hospital));
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
}
