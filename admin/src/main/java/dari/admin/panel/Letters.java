package dari.admin.panel;

import dari.admin.ApplicationOutcomes;
import dari.admin.ApplicationView;
import dari.admin.BoardRow;
import dari.admin.ForAdministrators;
import dari.admin.ForApplicants;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters of a call: from templates, looked at before they go, sent in one press, kept for their applicants. */
@Service
@Transactional
public class Letters {

    private final LetterTemplateRepository templates;
    private final LetterRepository letters;
    private final RankedPlaceRepository places;
    private final PanelRepository panels;
    private final ApplicationOutcomes outcomes;
    private final ProgramSurroundings surroundings;
    private final PanelSurroundings system;
    private final MessageSource messages;
    private final Clock clock;

    Letters(
            LetterTemplateRepository templates,
            LetterRepository letters,
            RankedPlaceRepository places,
            PanelRepository panels,
            ApplicationOutcomes outcomes,
            ProgramSurroundings surroundings,
            PanelSurroundings system,
            MessageSource messages,
            Clock clock) {
        this.templates = templates;
        this.letters = letters;
        this.places = places;
        this.panels = panels;
        this.outcomes = outcomes;
        this.surroundings = surroundings;
        this.system = system;
        this.messages = messages;
        this.clock = clock;
    }

    /** The call's own template, or the one every call begins with. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public LetterText template(UUID call, LetterKind kind) {
        outcomes.call(call);
        return templateOf(call, kind);
    }

    /** @throws ProgramRuleBrokenException when something in braces is no variable */
    @ForAdministrators
    public void write(UUID call, LetterKind kind, LetterText text) {
        outcomes.call(call);
        if (!text.isSound()) {
            throw new ProgramRuleBrokenException("panel.refused.variable");
        }
        templates
                .findByProgramCallAndKind(call, kind)
                .ifPresentOrElse(
                        template -> template.write(text),
                        () -> templates.save(new LetterTemplate(surroundings.newId(), call, kind, text)));
        surroundings.record("letter.template", "call", call, Map.of("kind", kind.name()), null);
    }

    /** Exactly what each applicant will get: every decision of the call that has no letter yet. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public List<LetterView> preview(UUID call) {
        outcomes.call(call);
        return outcomes.ofCall(call).stream().flatMap(row -> due(row).stream()).toList();
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public List<LetterView> sent(UUID call) {
        Map<UUID, String> applicants = outcomes.ofCall(call).stream()
                .map(BoardRow::application)
                .collect(Collectors.toMap(ApplicationView::id, ApplicationView::startupName));
        return letters.findByProgramCallOrderById(call).stream()
                .map(letter -> letter.view(applicants.getOrDefault(letter.application(), "")))
                .toList();
    }

    /**
     * Sends every letter of the preview.
     *
     * @return how many went
     */
    @ForAdministrators
    public int send(UUID call) {
        List<LetterView> due = preview(call);
        for (LetterView letter : due) {
            keep(call, letter);
            surroundings.record(
                    "letter.sent",
                    "application",
                    letter.application(),
                    Map.of("kind", letter.kind().name()),
                    null);
        }
        return due.size();
    }

    /** Letters to the actor's startup about one of its applications. */
    @ForApplicants
    @Transactional(readOnly = true)
    public List<LetterView> mine(UUID application) {
        ApplicationView view = outcomes.own(application);
        return letters.findByApplicationOrderById(application).stream()
                .map(letter -> letter.view(view.startupName()))
                .toList();
    }

    @ForApplicants
    @Transactional(readOnly = true)
    public LetterView mine(UUID application, UUID letter) {
        return mine(application).stream()
                .filter(mine -> letter.equals(mine.id()))
                .findFirst()
                .orElseThrow(() -> new ProgramNotFoundException("letter"));
    }

    /** Who moves up from the reserve gets the letter without anybody's press, where the call sends letters. */
    void sendByItself(UUID application) {
        BoardRow row = outcomes.row(application);
        UUID call = row.application().call().id();
        if (letters.existsByProgramCall(call)) {
            due(row).ifPresent(letter -> {
                keep(call, letter);
                system.recordBySystem(
                        "letter.sent",
                        "application",
                        application,
                        Map.of("kind", letter.kind().name()),
                        null);
            });
        }
    }

    private void keep(UUID call, LetterView letter) {
        UUID id = surroundings.newId();
        letters.save(new Letter(id, call, letter.application(), letter.kind(), letter.text(), clock.instant()));
        ApplicationView view = outcomes.row(letter.application()).application();
        surroundings.tellOrganization(
                view.startup(),
                "panel.notice.letter",
                "/startup/applications/" + view.id() + "/letters/" + id,
                view.offerTitle());
    }

    private Optional<LetterView> due(BoardRow row) {
        ApplicationView view = row.application();
        return LetterKind.of(view.status())
                .filter(kind -> !letters.existsByApplicationAndKind(view.id(), kind))
                .map(kind -> new LetterView(
                        null,
                        view.id(),
                        view.startupName(),
                        kind,
                        templateOf(view.call().id(), kind)
                                .filled(values(view, Locale.KOREAN), values(view, Locale.ENGLISH)),
                        null));
    }

    private LetterText templateOf(UUID call, LetterKind kind) {
        return templates
                .findByProgramCallAndKind(call, kind)
                .map(LetterTemplate::text)
                .orElseGet(() -> new LetterText(
                        standard(kind, "subject", Locale.KOREAN),
                        standard(kind, "body", Locale.KOREAN),
                        standard(kind, "subject", Locale.ENGLISH),
                        standard(kind, "body", Locale.ENGLISH)));
    }

    /** The bundles number their places; each number is filled with the name of its variable. */
    private String standard(LetterKind kind, String part, Locale locale) {
        Object[] names =
                LetterText.VARIABLES.stream().map(name -> "{" + name + "}").toArray();
        return messages.getMessage("panel.letter." + kind + "." + part, names, locale);
    }

    private Map<String, String> values(ApplicationView view, Locale locale) {
        Map<String, String> values = new HashMap<>();
        values.put("applicant", view.startupName());
        values.put("hospital", view.hospitalName());
        values.put("dataset", view.offerTitle());
        values.put("call", view.call().title(locale));
        values.put("reason", Objects.requireNonNullElse(view.reason(), ""));
        values.put(
                "conditions",
                Lines.of(view.conditions()).stream().map(line -> "- " + line).collect(Collectors.joining("\n")));
        values.put("date", day(outcomes.decidedOn(view.id()), locale));
        places.findByApplication(view.id()).ifPresent(place -> {
            values.put("points", place.points().toPlainString());
            values.put("place", Integer.toString(place.placeNo()));
            values.put("acceptBy", day(place.acceptBy(), locale));
        });
        LocalDate decided = outcomes.decidedOn(view.id());
        int days = panels.findByProgramCall(view.call().id())
                .map(panel -> panel.terms().appealDays())
                .orElse(0);
        values.put("appealUntil", day(decided == null ? null : decided.plusDays(days), locale));
        return values;
    }

    /** A dash where there is no day, so that no sentence breaks off. */
    private String day(@Nullable LocalDate day, Locale locale) {
        return day == null
                ? "–"
                : DateTimeFormatter.ofPattern(messages.getMessage("ui.date.full", null, locale), locale)
                        .format(day);
    }
}
