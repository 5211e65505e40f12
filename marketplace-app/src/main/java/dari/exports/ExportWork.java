package dari.exports;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.pace.Paces;
import dari.pace.Step;
import dari.workspace.Pace;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Exports to look at, to fetch and to attest, on the desks of whoever holds them. */
@Component
class ExportWork implements WaitingSource, RailSource {

    private static final int DAYS_TO_LOOK = 7;

    private final ExportRepository exports;
    private final ExportViews views;
    private final Paces paces;
    private final Clock clock;
    private final ZoneId seoul;

    ExportWork(ExportRepository exports, ExportViews views, Paces paces, Clock clock, ZoneId seoul) {
        this.exports = exports;
        this.views = views;
        this.paces = paces;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        boolean hospital = actor.face() == Face.HOSPITAL;
        Limit most = Limit.of(MOST);
        List<Export> found = new ArrayList<>();
        if (hospital) {
            found.addAll(exports.findByHospitalAndStateInOrderByChangedAt(
                    actor.organization(), EnumSet.of(ExportState.IN_REVIEW), most));
            found.addAll(exports.findByHospitalAndAttestByNotNullAndAttestedAtNullOrderByAttestBy(
                    actor.organization(), most));
        } else if (actor.face() == Face.STARTUP) {
            found.addAll(exports.findByStartupAndAttestByNotNullAndAttestedAtNullOrderByAttestBy(
                    actor.organization(), most));
            found.addAll(exports.findByStartupAndStateInOrderByChangedAt(
                    actor.organization(),
                    EnumSet.of(ExportState.DRAFT, ExportState.IN_REVIEW, ExportState.APPROVED),
                    most));
        }
        List<ExportView> shown = views.views(found);
        Map<UUID, Pace> usual = paces.of(
                Step.EXPORT_REVIEW,
                shown.stream()
                        .map(export -> export.project().hospital().id().value())
                        .collect(Collectors.toSet()));
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        return shown.stream()
                .map(export -> item(
                        export,
                        actor,
                        usual.get(export.project().hospital().id().value()),
                        today))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable WaitingItem item(ExportView export, Actor actor, @Nullable Pace usual, LocalDate today) {
        boolean hospital = actor.face() == Face.HOSPITAL;
        Locale locale = LocaleContextHolder.getLocale();
        String startup = export.project().startup().name(locale);
        WaitClock clockOf = switch (export.state()) {
            case IN_REVIEW ->
                WaitClock.expecting(
                        export.project().hospital().name(locale),
                        day(export.changedAt()),
                        usual,
                        DAYS_TO_LOOK,
                        today,
                        hospital && ExportDeskController.mayDecide(actor));
            case DRAFT -> new WaitClock(startup, day(export.changedAt()), null, today, true);
            case APPROVED ->
                export.fetchable() && export.downloads() == 0
                        ? new WaitClock(startup, day(export.changedAt()), export.availableUntil(), today, true)
                        : null;
            case REVOKED -> new WaitClock(startup, day(export.changedAt()), export.attestBy(), today, !hospital);
            case REJECTED, CANCELLED -> null;
        };
        return clockOf == null
                ? null
                : new WaitingItem(
                        "out",
                        "exports.waiting." + export.state(),
                        List.of(export.project().number(), export.project().title(locale), export.title()),
                        "exports.waiting.text",
                        clockOf,
                        (hospital ? "/hospital/exports/" : "/exports/") + export.id(),
                        "exports.waiting.open");
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, seoul);
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(Face.HOSPITAL, 66, "/hospital/exports", "out", "rail.exports"));
    }
}
