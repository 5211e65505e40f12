package dari.redecisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dari.approvals.RunningLooks;
import dari.boardforms.BoardForms;
import dari.boardforms.FormStanding;
import dari.boards.BoardRoutes.AskedBoard;
import dari.boards.BoardView;
import dari.documents.AskedDocuments;
import dari.documents.AskedView;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.redecisions.Grounds.Change;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What boards ask a project to hand in: the papers that they cannot do without, and their questions. */
@Component
class PaperGrounds {

    private final AskedDocuments asked;
    private final BoardForms forms;
    private final RunningLooks looks;

    PaperGrounds(AskedDocuments asked, BoardForms forms, RunningLooks looks) {
        this.asked = asked;
        this.forms = forms;
        this.looks = looks;
    }

    List<Ground> of(ProjectView project, List<AskedBoard> boards) {
        if (boards.isEmpty()) {
            return List.of();
        }
        List<AskedView> list = asked.ofHospital(project.hospital().id());
        return boards.stream()
                .map(AskedBoard::board)
                .flatMap(board -> Stream.of(papers(board, list), questions(board)))
                .toList();
    }

    /** Whether it asks anything of somebody: a board that takes no more papers of the project may ask for what it likes. */
    boolean matters(ProjectId project, Change change) {
        return looks.takePapers(project, UUID.fromString(change.either().about()));
    }

    private static Ground papers(BoardView board, List<AskedView> list) {
        List<AskedView> required = list.stream()
                .filter(line -> line.content().required())
                .filter(line -> board.content().papers().contains(line.id()))
                .toList();
        return new Ground(
                Subject.PAPERS,
                board.id().toString(),
                required.isEmpty() ? "" : fingerprint(required),
                lines(board, required, Locale.KOREAN),
                lines(board, required, Locale.ENGLISH));
    }

    private static String lines(BoardView board, List<AskedView> papers, Locale locale) {
        return Stream.concat(
                        Stream.of(board.content().name(locale)),
                        papers.stream().map(line -> line.content().name(locale)))
                .collect(Collectors.joining("\n"));
    }

    private static String fingerprint(List<AskedView> papers) {
        String ids = papers.stream().map(line -> line.id().toString()).sorted().collect(Collectors.joining());
        return UUID.nameUUIDFromBytes(ids.getBytes(UTF_8)).toString();
    }

    private Ground questions(BoardView board) {
        FormStanding form = forms.standing(board.id());
        return new Ground(
                Subject.QUESTIONS,
                board.id().toString(),
                form.number() + " " + form.questions() + " " + form.fingerprint(),
                lines(board, List.of(), Locale.KOREAN),
                lines(board, List.of(), Locale.ENGLISH));
    }
}
