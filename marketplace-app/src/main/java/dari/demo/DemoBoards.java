package dari.demo;

import dari.boards.AfterBoards;
import dari.boards.BoardContent;
import dari.boards.BoardKind;
import dari.boards.Boards;
import dari.boards.Necessity;
import dari.documents.AskedContent;
import dari.documents.AskedDocuments;
import dari.documents.DocumentKind;
import dari.kernel.Role;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How the demo's hospitals decide: a data board first, then the ethics board, and one rule that nobody wrote down. */
@Component
@Profile("demo")
class DemoBoards {

    private final DemoActors actors;
    private final Boards boards;
    private final AskedDocuments asked;

    DemoBoards(DemoActors actors, Boards boards, AskedDocuments asked) {
        this.actors = actors;
        this.boards = boards;
        this.asked = asked;
    }

    void create() {
        actors.as("office@neoul.example", () -> {
            UUID protocol = ask(DocumentKind.RESEARCH_PROTOCOL, "연구계획서 (병원 양식 2호)", "Protocol (form 2)");
            UUID pledge = ask(DocumentKind.SECURITY_PLEDGE, "데이터 보안 서약서", "Data security pledge");
            UUID training = ask(DocumentKind.TRAINING_CERTIFICATE, "연구윤리 교육 이수증", "Ethics training certificate");
            boards.add(board(1, BoardKind.DRB, "데이터심의위원회", "Data review board", 7, 10, 2, Set.of(protocol, pledge)));
            boards.add(board(2, BoardKind.IRB, "기관생명윤리위원회", "Institutional review board", 14, 21, 4, Set.of(training)));
            boards.reckonWith(new AfterBoards(14, 7));
            return protocol;
        });
        actors.as(
                "office@mulpure.example",
                () -> boards.add(new BoardContent(
                        1,
                        BoardKind.SHARED,
                        "강원권 공용 심의위원회",
                        "Shared board of the Gangwon region",
                        Necessity.CASE_BY_CASE,
                        Role.HOSPITAL_OFFICE,
                        21,
                        30,
                        1,
                        DayOfWeek.TUESDAY,
                        List.of(),
                        Set.of())));
    }

    private static BoardContent board(
            int place, BoardKind kind, String ko, String en, int lead, int median, int week, Set<UUID> papers) {
        return new BoardContent(
                place,
                kind,
                ko,
                en,
                Necessity.ALWAYS,
                Role.HOSPITAL_BOARD_SECRETARY,
                lead,
                median,
                week,
                DayOfWeek.THURSDAY,
                List.of(),
                papers);
    }

    private UUID ask(DocumentKind kind, String ko, String en) {
        asked.addToMyHospital(new AskedContent(kind, ko, en, true, "", ""));
        var lines = asked.ofMyHospital();
        return lines.get(lines.size() - 1).id();
    }
}
