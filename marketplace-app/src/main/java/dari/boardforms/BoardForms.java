package dari.boardforms;

import dari.admin.ProgramRuleBrokenException;
import dari.admin.forms.Answers;
import dari.admin.forms.FormDefinition;
import dari.admin.forms.FormFault;
import dari.admin.forms.LocalText;
import dari.admin.forms.Problem;
import dari.admin.forms.Question;
import dari.admin.forms.QuestionKind;
import dari.admin.forms.Section;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.boards.Boards;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.HospitalOffice;
import dari.kernel.Ids;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The forms of a hospital's boards and the answers to them. A form is changed in its place until answers to it are handed in,
 * and then in a next version; whose matter an answer is, is known to whoever asks here.
 */
@Service
@Transactional
public class BoardForms {

    /** What a form begins with. */
    private static final FormDefinition BLANK = new FormDefinition(
            List.of(new Section("section-1", new LocalText("신청 내용", "Application"), new LocalText("", ""), List.of())));

    private final BoardFormRepository forms;
    private final BoardAnswersRepository sheets;
    private final Boards boards;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    BoardForms(
            BoardFormRepository forms,
            BoardAnswersRepository sheets,
            Boards boards,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.forms = forms;
        this.sheets = sheets;
        this.boards = boards;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a board of the actor's hospital asks; a blank form where it asks nothing yet. */
    @HospitalMember
    @Transactional(readOnly = true)
    public FormDefinition asked(UUID board) {
        boards.mine(board);
        return latest(board).map(BoardForm::definition).orElse(BLANK);
    }

    /** What any board asks now. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public FormStanding standing(UUID board) {
        return latest(board).map(BoardForm::standing).orElse(FormStanding.NONE);
    }

    /**
     * Changes what a board asks: from the next application on, where somebody answered before.
     *
     * @throws ProgramRuleBrokenException when the form would contradict itself
     */
    @HospitalOffice
    public void change(UUID board, UnaryOperator<FormDefinition> edit) {
        boards.mine(board);
        OrganizationId hospital = currentActor.get().organization();
        Optional<BoardForm> latest = latest(board);
        FormDefinition changed = edited(latest.map(BoardForm::definition).orElse(BLANK), edit);
        BoardForm form = latest.filter(one -> !one.isFrozen())
                .orElseGet(() -> new BoardForm(
                        ids.next(),
                        board,
                        hospital,
                        latest.map(BoardForm::number).orElse(0) + 1,
                        changed,
                        clock.instant()));
        form.change(changed, clock.instant());
        forms.save(form);
        history.record(HistoryEntry.of("board.form", "organization", hospital.value())
                .with("board", board)
                .with("version", form.number()));
    }

    private static FormDefinition edited(FormDefinition form, UnaryOperator<FormDefinition> edit) {
        try {
            FormDefinition changed = edit.apply(form);
            return changed.sections().isEmpty() ? BLANK : changed;
        } catch (FormFault e) {
            throw new ProgramRuleBrokenException(e.messageKey());
        }
    }

    /** The draft for a board's next look, begun from what was handed in before; empty where the board asks nothing. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<AnswerSheet> draft(UUID approval, UUID board) {
        return latest(board)
                .filter(form -> !form.definition().questions().isEmpty())
                .map(form -> new AnswerSheet(
                        form.definition(),
                        form.number(),
                        sheets.findFirstByApprovalOrderByNumberDesc(approval)
                                .map(BoardAnswers::answers)
                                .orElse(Answers.NONE),
                        Map.of(),
                        null));
    }

    /** Keeps what was typed, whether it is complete or not. */
    @BackgroundWork
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(UUID approval, UUID board, Answers typed) {
        BoardForm form = latest(board).orElseThrow(() -> new RuleBrokenException("boardforms.rule.none"));
        Answers given = typed.only(form.definition().questions());
        Optional<BoardAnswers> last = sheets.findFirstByApprovalOrderByNumberDesc(approval);
        if (last.filter(BoardAnswers::isDraft).isPresent()) {
            last.get().write(form.id(), given, clock.instant());
        } else {
            sheets.save(new BoardAnswers(
                    ids.next(),
                    approval,
                    form.id(),
                    last.map(BoardAnswers::number).orElse(0) + 1,
                    given,
                    clock.instant()));
        }
    }

    /** What keeps the draft from being handed in; nothing where the board asks nothing. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<Problem> problems(UUID approval, UUID board) {
        return draft(approval, board)
                .map(sheet -> sheet.form().check(sheet.answers()))
                .orElse(List.of());
    }

    /** The documents that the draft names, of the questions that are asked, by question. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<String, String> documents(UUID approval, UUID board) {
        return draft(approval, board)
                .map(sheet -> sheet.shown().stream()
                        .filter(question -> question.kind() == QuestionKind.FILE)
                        .map(Question::id)
                        .filter(sheet.answers()::has)
                        .collect(
                                Collectors.toMap(id -> id, id -> sheet.answers().of(id))))
                .orElse(Map.of());
    }

    /**
     * The draft becomes what the board reads, and the version of the form that it answers is frozen.
     *
     * @param titles of the documents that it names, by question
     * @throws RuleBrokenException when an answer is missing or wrong
     */
    @BackgroundWork
    @Transactional(propagation = Propagation.MANDATORY)
    public void handIn(UUID approval, UUID board, Map<String, String> titles) {
        Optional<AnswerSheet> draft = draft(approval, board);
        if (draft.isEmpty()) {
            return;
        }
        List<Problem> problems = problems(approval, board);
        if (!problems.isEmpty()) {
            throw new RuleBrokenException("boardforms.rule.incomplete", problems.size());
        }
        AnswerSheet sheet = draft.get();
        write(approval, board, sheet.answers().only(sheet.shown()));
        BoardAnswers kept =
                sheets.findFirstByApprovalOrderByNumberDesc(approval).orElseThrow();
        kept.handIn(titles, clock.instant());
        forms.findById(kept.form()).orElseThrow().freeze(clock.instant());
    }

    /** What was handed in last, by board's word; those where nothing was are left out. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<UUID, AnswerSheet> handedIn(Collection<UUID> approvals) {
        Map<UUID, BoardAnswers> last = new HashMap<>();
        sheets.findByApprovalInAndHandedInAtIsNotNullOrderByNumber(approvals)
                .forEach(one -> last.put(one.approval(), one));
        Map<UUID, BoardForm> of = forms
                .findByIdIn(last.values().stream().map(BoardAnswers::form).toList())
                .stream()
                .collect(Collectors.toMap(BoardForm::id, form -> form));
        return last.values().stream().collect(Collectors.toMap(BoardAnswers::approval, one -> {
            BoardForm form = Objects.requireNonNull(of.get(one.form()));
            return new AnswerSheet(form.definition(), form.number(), one.answers(), one.files(), one.handedInAt());
        }));
    }

    private Optional<BoardForm> latest(UUID board) {
        return forms.findFirstByBoardOrderByNumberDesc(board);
    }
}
