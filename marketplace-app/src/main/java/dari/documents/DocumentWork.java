package dari.documents;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.organizations.Organizations;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Documents that end soon or have ended wait for their organisation. */
@Component
class DocumentWork implements WaitingSource, RailSource {

    private final Documents documents;
    private final Organizations organizations;
    private final ZoneId seoul;

    DocumentWork(Documents documents, Organizations organizations, ZoneId seoul) {
        this.documents = documents;
        this.organizations = organizations;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        if (actor.face() != Face.STARTUP && !actor.is(Role.HOSPITAL_OFFICE)) {
            return List.of();
        }
        return documents.ending(actor.organization()).stream()
                .map(document -> item(actor, document))
                .toList();
    }

    private WaitingItem item(Actor actor, DocumentView document) {
        LocalDate end = Objects.requireNonNull(document.content().expiresOn());
        LocalDate soon = end.minusDays(DocumentContent.SOON_DAYS);
        LocalDate saved = LocalDate.ofInstant(document.changedAt(), seoul);
        return new WaitingItem(
                "folder",
                document.state() == DocumentState.EXPIRED ? "documents.waiting.expired" : "documents.waiting.ending",
                List.of(document.content().title()),
                "documents.waiting.text",
                new WaitClock(
                        organizations.facts(actor.organization()).name(LocaleContextHolder.getLocale()),
                        saved.isAfter(soon) ? saved : soon,
                        end,
                        document.today(),
                        true),
                "/documents/" + document.id().value(),
                "documents.waiting.open");
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(
                RailEntry.of(Face.STARTUP, 25, "/documents", "folder", "rail.documents"),
                RailEntry.of(Face.HOSPITAL, 25, "/documents", "folder", "rail.documents", Role.HOSPITAL_OFFICE),
                RailEntry.of(Face.HOSPITAL, 72, "/hospital/documents", "doc", "rail.documents.shown"));
    }
}
