package dari.boards;

import dari.boards.PlanView.Paper;
import dari.boards.PlanView.PaperState;
import dari.documents.AskedContent;
import dari.documents.AskedDocuments;
import dari.documents.AskedView;
import dari.documents.DocumentKind;
import dari.documents.DocumentView;
import dari.documents.Documents;
import dari.documents.ShownDocument;
import dari.kernel.Actor;
import dari.kernel.OrganizationId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a hospital asks for, held against what the reader may know of the startup's wallet. */
@Component
class Papers {

    private final AskedDocuments asked;
    private final Documents documents;

    Papers(AskedDocuments asked, Documents documents) {
        this.asked = asked;
        this.documents = documents;
    }

    /** One line of the hospital's list and the document for it, the best there is; null when there is none. */
    record Held(AskedContent asked, @Nullable DocumentView document, boolean ownWallet) {

        /** @param until the last day on which it has to hold; null when only today counts */
        Paper paper(@Nullable LocalDate until) {
            if (document == null) {
                return new Paper(asked, ownWallet ? PaperState.MISSING : PaperState.NOT_SHOWN, null);
            }
            LocalDate ends = document.content().expiresOn();
            if (document.content().isExpired(document.today())) {
                return new Paper(asked, PaperState.EXPIRED, ends);
            }
            boolean tooEarly = until != null && ends != null && ends.isBefore(until);
            return new Paper(asked, tooEarly ? PaperState.ENDS_BEFORE : PaperState.THERE, ends);
        }
    }

    /** By the line's id, in the order of the hospital's list. */
    Map<UUID, Held> of(OrganizationId startup, OrganizationId hospital, Actor reader) {
        Map<UUID, Held> held = new LinkedHashMap<>();
        if (reader.belongsTo(startup)) {
            asked.planForHospital(hospital.value())
                    .lines()
                    .forEach(line -> held.put(
                            line.id(),
                            new Held(
                                    line.asked(),
                                    line.candidates().isEmpty()
                                            ? null
                                            : line.candidates().get(0),
                                    true)));
            return held;
        }
        List<DocumentView> shown = documents.shownToMyHospital().stream()
                .filter(document -> document.owner().id().equals(startup))
                .map(ShownDocument::document)
                .toList();
        for (AskedView line : asked.ofHospital(hospital)) {
            DocumentView found = shown.stream()
                    .filter(document ->
                            document.content().kind() == line.content().kind())
                    .filter(document -> line.content().kind() != DocumentKind.OTHER)
                    .findFirst()
                    .orElse(null);
            held.put(line.id(), new Held(line.content(), found, false));
        }
        return held;
    }
}
