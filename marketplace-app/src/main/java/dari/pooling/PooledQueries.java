package dari.pooling;

import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.StartupMember;
import dari.projects.ProjectId;
import dari.provisioner.query.QueryAnswer;
import dari.queries.SandboxQueries;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Asks one question of every hospital's release and lays the rows under one another. Each answers in a process of its own that
 * holds its own rows alone, so that no question can match persons of two hospitals, however it is written.
 */
@Service
public class PooledQueries {

    private final Poolings poolings;
    private final Sandboxes sandboxes;
    private final SandboxQueries queries;

    PooledQueries(Poolings poolings, Sandboxes sandboxes, SandboxQueries queries) {
        this.poolings = poolings;
        this.sandboxes = sandboxes;
        this.queries = queries;
    }

    /**
     * Outside any transaction: each answer may take as long as the limit allows. Every hospital reads the question on its own
     * page of use. A part whose access is closed by now answers nothing, and keeps no other from answering.
     *
     * @throws RuleBrokenException when not every hospital agreed, or no part is open
     */
    @StartupMember
    @SecondStep
    public PooledAnswer ask(ProjectId project, String sql) {
        List<PoolingView.Part> taking =
                poolings.of(project).map(PoolingView::taking).orElse(List.of());
        if (taking.isEmpty()) {
            throw new RuleBrokenException("pooling.rule.consent");
        }
        List<PooledAnswer.Part> answers = new ArrayList<>();
        for (PoolingView.Part part : taking) {
            answers.add(new PooledAnswer.Part(
                    part.number(), part.hospital(), answer(part, sql).orElse(null)));
        }
        if (answers.stream().allMatch(part -> part.answer() == null)) {
            throw new RuleBrokenException("pooling.rule.closed");
        }
        return new PooledAnswer(answers);
    }

    private Optional<QueryAnswer> answer(PoolingView.Part part, String sql) {
        Optional<SandboxView> sandbox = sandboxes.of(part.project());
        try {
            return sandbox.map(found -> queries.ask(found.id(), sql));
        } catch (RuleBrokenException closed) {
            return Optional.empty();
        }
    }
}
