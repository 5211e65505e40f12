package dari.drafts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.RuleBrokenException;
import dari.kernel.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.DataBinder;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Unfinished forms of the person of this session, by a short name of the form. */
@Service
@Transactional
public class Drafts {

    private static final int MOST_LETTERS = 60_000;
    private static final Duration KEPT = Duration.ofDays(90);

    private final FormDraftRepository drafts;
    private final ConversionService conversion;
    private final JsonMapper json;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    Drafts(
            FormDraftRepository drafts,
            ConversionService mvcConversionService,
            JsonMapper json,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.drafts = drafts;
        this.conversion = mvcConversionService;
        this.json = json;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Keeps what was typed so far in place of what was kept before.
     *
     * @param form name of the form, e.g. {@code need-new}
     * @throws RuleBrokenException when it is far more than any form holds
     */
    @SignedIn
    public Instant keep(String form, Map<String, List<String>> fields) {
        Map<String, List<String>> typed = new LinkedHashMap<>(fields);
        typed.keySet().removeIf(name -> name.startsWith("_") || name.equals("draft"));
        String content = json.writeValueAsString(typed);
        if (content.length() > MOST_LETTERS || !form.matches("[a-z0-9-]{1,60}")) {
            throw new RuleBrokenException("drafts.rule.large");
        }
        Instant now = clock.instant();
        Actor actor = currentActor.get();
        FormDraft draft = find(form).orElseGet(() -> new FormDraft(ids.next(), actor, form));
        draft.holds(content, now);
        drafts.save(draft);
        return now;
    }

    /** When a form was last typed into without being saved; empty when it was not. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<Instant> since(String form) {
        return find(form).map(FormDraft::changedAt);
    }

    /** What was typed, as the form that it was typed into; empty when nothing was. */
    @SignedIn
    @Transactional(readOnly = true)
    public <T> Optional<T> open(String form, Class<T> type) {
        return find(form).map(draft -> bound(draft.content(), type));
    }

    /** The form was saved, or its writer threw it away. */
    @SignedIn
    public void drop(String form) {
        find(form).ifPresent(drafts::delete);
    }

    /** What nobody came back to in three months. */
    @BackgroundWork
    public void forgetOld() {
        drafts.deleteByChangedAtBefore(clock.instant().minus(KEPT));
    }

    private Optional<FormDraft> find(String form) {
        Actor actor = currentActor.get();
        return drafts.findByPersonAndOrganizationAndForm(actor.user(), actor.organization(), form);
    }

    /** Bound as a request with these fields would be; what does not fit is left empty. */
    @SuppressWarnings("unchecked") // the binder was told the type
    private <T> T bound(String content, Class<T> type) {
        Map<String, List<String>> fields = json.readValue(content, new TypeReference<>() {});
        DataBinder binder = new DataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(type));
        binder.setConversionService(conversion);
        binder.construct(new Fields(fields));
        Object form = binder.getTarget();
        if (form == null) {
            throw new IllegalStateException("a draft of " + type.getSimpleName() + " could not be bound");
        }
        return (T) form;
    }

    @Configuration(proxyBeanMethods = false)
    static class Forgetting {

        @Bean
        RecurringTask<Void> forgetDrafts(Drafts drafts) {
            return Tasks.recurring("forget-drafts", FixedDelay.of(Duration.ofDays(1)))
                    .execute((instance, context) -> drafts.forgetOld());
        }
    }
}
