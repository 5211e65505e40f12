package dari.answers;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.documents.ContentCheck;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalOffice;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a hospital's template answers and fills them. They belong to the office, not to a person. */
@Service
@Transactional
public class AnswerTemplates {

    private static final int MOST = 50;

    private final AnswerTemplateRepository templates;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    AnswerTemplates(
            AnswerTemplateRepository templates, History history, CurrentActor currentActor, Ids ids, Clock clock) {
        this.templates = templates;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    @HospitalOffice
    @Transactional(readOnly = true)
    public List<AnswerTemplateView> mine() {
        return templates
                .findByOrganizationOrderByKindAscNameAsc(currentActor.get().organization())
                .stream()
                .map(AnswerTemplate::view)
                .toList();
    }

    @HospitalOffice
    @Transactional(readOnly = true)
    public AnswerTemplateView mine(AnswerTemplateId id) {
        return own(id).view();
    }

    /** @throws RuleBrokenException when the hospital keeps as many as it may */
    @HospitalOffice
    public AnswerTemplateId add(AnswerContent content) {
        check(content);
        OrganizationId hospital = currentActor.get().organization();
        if (templates.countByOrganization(hospital) >= MOST) {
            throw new RuleBrokenException("answers.rule.many", MOST);
        }
        AnswerTemplateId id = new AnswerTemplateId(ids.next());
        templates.save(new AnswerTemplate(id, hospital, content, clock.instant()));
        record("answer.added", id);
        return id;
    }

    @HospitalOffice
    public void change(AnswerTemplateId id, AnswerContent content) {
        check(content);
        own(id).say(content, clock.instant());
        record("answer.changed", id);
    }

    /** Answers that were given with it stay as they are. */
    @HospitalOffice
    public void delete(AnswerTemplateId id) {
        templates.delete(own(id));
        record("answer.deleted", id);
    }

    /** The template's text with its places filled. */
    @HospitalOffice
    @Transactional(readOnly = true)
    public FilledAnswer fill(AnswerTemplateId id, Locale language, Map<AnswerPlace, String> values) {
        AnswerTemplate template = own(id);
        return new FilledAnswer(template.kind(), AnswerPlace.fill(template.body(language), values));
    }

    private static void check(AnswerContent content) {
        ContentCheck.message(content.bodyKo());
        ContentCheck.message(content.bodyEn());
    }

    private AnswerTemplate own(AnswerTemplateId id) {
        return templates
                .findByIdAndOrganization(id, currentActor.get().organization())
                .orElseThrow(() -> new NotFoundException("answer template"));
    }

    private void record(String action, AnswerTemplateId id) {
        history.record(HistoryEntry.of(action, "answer", id.value()));
    }
}
