package dari.admin.panel;

import dari.admin.ApplicationOutcomes;
import dari.admin.ApplicationView;
import dari.admin.BoardRow;
import dari.admin.CallView;
import dari.admin.ForAdministrators;
import dari.admin.ForApplicants;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
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

    @ForAdministrators
    @Transactional(readOnly = true)
    public CallView callOf(UUID call) {
        return outcomes.call(call);
    }

    /** Exactly what each applicant will get: every decision of the call that has no letter yet. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public List<LetterView> preview(UUID call) {
        return preview(call, 0, Integer.MAX_VALUE).getContent();
    }

    /** The same, a page at a time. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public Page<LetterView> preview(UUID call, int page, int size) {
        outcomes.call(call);
        Set<Letter.Key> kept = letters.findKeys(call);
        List<UUID> due = outcomes.stages(call).entrySet().stream()
                .filter(application -> LetterKind.of(application.getValue())
                        .filter(kind -> !kept.contains(new Letter.Key(application.getKey(), kind)))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
        List<UUID> shown = due.stream().skip((long) page * size).limit(size).toList();
        Map<UUID, ApplicationView> views = outcomes.views(shown);
        Map<UUID, RankedPlace> placed = places.findByApplicationIn(shown).stream()
                .collect(Collectors.toMap(RankedPlace::application, place -> place));
        Map<LetterKind, LetterText> texts = new EnumMap<>(LetterKind.class);
        int appealDays = appealDays(call);
        return new PageImpl<>(
                shown.stream()
                        .map(application -> Objects.requireNonNull(views.get(application)))
                        .map(view -> {
                            LetterKind kind = LetterKind.of(view.status()).orElseThrow();
                            LetterText template = texts.computeIfAbsent(kind, any -> templateOf(call, any));
                            return letter(view, kind, template, placed.get(view.id()), appealDays);
                        })
                        .toList(),
                PageRequest.of(page, size),
                due.size());
    }

    /** Those that were sent, the first ones first. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public Page<LetterView> sent(UUID call, int page, int size) {
        Page<Letter> found = letters.findByProgramCallOrderById(call, PageRequest.of(page, size));
        Map<UUID, ApplicationView> of =
                outcomes.views(found.stream().map(Letter::application).toList());
        return found.map(letter -> letter.view(Optional.ofNullable(of.get(letter.application()))
                .map(ApplicationView::startupName)
                .orElse("")));
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
                surroundings.inNotices(view.offerTitle()));
    }

    private Optional<LetterView> due(BoardRow row) {
        ApplicationView view = row.application();
        return LetterKind.of(view.status())
                .filter(kind -> !letters.existsByApplicationAndKind(view.id(), kind))
                .map(kind -> letter(
                        view,
                        kind,
                        templateOf(view.call().id(), kind),
                        places.findByApplication(view.id()).orElse(null),
                        appealDays(view.call().id())));
    }

    private LetterView letter(
            ApplicationView view, LetterKind kind, LetterText template, @Nullable RankedPlace place, int appealDays) {
        return new LetterView(
                null,
                view.id(),
                view.startupName(),
                kind,
                template.filled(
                        values(view, place, appealDays, Locale.KOREAN),
                        values(view, place, appealDays, Locale.ENGLISH)),
                null);
    }

    private int appealDays(UUID call) {
        return panels.findByProgramCall(call)
                .map(panel -> panel.terms().appealDays())
                .orElse(0);
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

    private Map<String, String> values(
            ApplicationView view, @Nullable RankedPlace place, int appealDays, Locale locale) {
        Map<String, String> values = new HashMap<>();
        values.put("applicant", surroundings.organizationName(view.startup(), locale));
        values.put("hospital", surroundings.organizationName(view.hospital(), locale));
        values.put("dataset", view.offerTitle().in(locale));
        values.put("call", view.call().title(locale));
        values.put("reason", Objects.requireNonNullElse(view.reason(), ""));
        values.put(
                "conditions",
                Lines.of(view.conditions()).stream().map(line -> "- " + line).collect(Collectors.joining("\n")));
        values.put("date", day(outcomes.decidedOn(view.id()), locale));
        if (place != null) {
            values.put("points", place.points().toPlainString());
            values.put("place", Integer.toString(place.placeNo()));
            values.put("acceptBy", day(place.acceptBy(), locale));
        }
        LocalDate decided = outcomes.decidedOn(view.id());
        values.put("appealUntil", day(decided == null ? null : decided.plusDays(appealDays), locale));
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
