package dari.boards;

import dari.introductions.IntroductionSection;
import dari.introductions.IntroductionStatus;
import dari.introductions.IntroductionView;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.offers.OfferContent;
import dari.offers.OfferId;
import dari.offers.OfferSection;
import dari.offers.OfferView;
import dari.offers.Offers;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An offer's boards on its page, the plan's place on an introduction's, and the boards' place in the hospital's rail. */
@Component
class RouteSection implements OfferSection, IntroductionSection, RailSource {

    private static final Set<IntroductionStatus> UNDER_WAY =
            Set.of(IntroductionStatus.INTERESTED, IntroductionStatus.MUTUAL);

    private final Boards boards;
    private final Offers offers;

    RouteSection(Boards boards, Offers offers) {
        this.boards = boards;
        this.offers = offers;
    }

    /** A board on an offer's page. */
    record Row(BoardContent board, RouteStep.Call call) {}

    @Override
    public Map<String, Object> of(OfferId offer) {
        return preview(offers.published(offer));
    }

    @Override
    public Map<String, Object> preview(OfferView offer) {
        return Map.of("boards", rows(offer.hospital().id(), offer.content()), "planOffer", offer.id());
    }

    @Override
    public Map<String, Object> of(IntroductionView introduction) {
        return Map.of("hasPlan", UNDER_WAY.contains(introduction.status()));
    }

    private List<Row> rows(OrganizationId hospital, OfferContent content) {
        return boards.of(hospital).stream()
                .map(board ->
                        new Row(board.content(), board.content().necessity().of(content)))
                .toList();
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(Face.HOSPITAL, 12, "/hospital/boards", "gavel", "rail.boards"));
    }
}
