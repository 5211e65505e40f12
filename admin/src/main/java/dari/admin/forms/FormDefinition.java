package dari.admin.forms;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a form in their order: of a call, which always asks the core ones, or of a hospital's board, which asks none
 * of them. Every change gives a new form, checked as a whole.
 */
public record FormDefinition(List<Section> sections) {

    /** Only what every form asks. */
    public static final FormDefinition PLAIN = new FormDefinition(List.of(CoreQuestions.section()));

    /** @throws FormFault when the form would contradict itself */
    public FormDefinition {
        sections = List.copyOf(sections);
        Set<String> seen = new HashSet<>();
        List<Question> before = new ArrayList<>();
        for (Section section : sections) {
            for (Question question : section.questions()) {
                if (!seen.add(question.id())) {
                    throw new FormFault("forms.fault.twice");
                }
                checkCondition(question, before);
                checkCore(question);
                before.add(question);
            }
        }
        if (seen.stream().anyMatch(CoreQuestions::isCore) && !seen.containsAll(CoreQuestions.MOST.keySet())) {
            throw new FormFault("forms.fault.core");
        }
    }

    /** @throws FormFault when what every call asks is not asked */
    public FormDefinition ofCall() {
        if (!questions().stream().map(Question::id).toList().containsAll(CoreQuestions.MOST.keySet())) {
            throw new FormFault("forms.fault.core");
        }
        return this;
    }

    @JsonIgnore
    public List<Question> questions() {
        return sections.stream()
                .flatMap(section -> section.questions().stream())
                .toList();
    }

    public Optional<Question> question(String id) {
        return questions().stream().filter(question -> question.id().equals(id)).findFirst();
    }

    /** The questions that these answers lead to. A question that hangs on one that is not asked is not asked either. */
    public List<Question> shown(Answers answers) {
        Set<String> shown = new HashSet<>();
        return questions().stream()
                .filter(question -> question.when() == null
                        || shown.contains(question.when().question()))
                .filter(question -> question.isShown(answers))
                .filter(question -> shown.add(question.id()))
                .toList();
    }

    /** What keeps these answers from being handed in, in the order of the questions. */
    public List<Problem> check(Answers answers) {
        return shown(answers).stream()
                .flatMap(question -> answers.has(question.id())
                        ? question.check(answers).stream()
                        : question.required() ? Stream.of(question.missing()) : Stream.empty())
                .toList();
    }

    public FormDefinition withSection(String id, LocalText title, LocalText intro) {
        List<Section> changed = new ArrayList<>(sections);
        int at = indexOf(id);
        if (at < 0) {
            changed.add(new Section(id, title, intro, List.of()));
        } else {
            changed.set(at, new Section(id, title, intro, sections.get(at).questions()));
        }
        return new FormDefinition(changed);
    }

    public FormDefinition withoutSection(String id) {
        return new FormDefinition(
                sections.stream().filter(section -> !section.id().equals(id)).toList());
    }

    /** Puts a question into a section: in its old place when it is there already, at the end otherwise. */
    public FormDefinition withQuestion(String sectionId, Question question) {
        FormDefinition form = this;
        Section section = sections.get(Math.max(0, indexOf(sectionId)));
        int at = position(section.questions(), question.id());
        List<Question> changed = new ArrayList<>(section.questions());
        if (at >= 0) {
            changed.set(at, question);
        } else {
            changed.add(question);
        }
        return form.replaced(section.id(), section.with(changed), question.id());
    }

    public FormDefinition withoutQuestion(String id) {
        return new FormDefinition(sections.stream()
                .map(section -> section.with(without(section, id)))
                .toList());
    }

    /** One place up or down; a question goes on into the next section. */
    public FormDefinition movedQuestion(String id, boolean up) {
        List<Section> changed = new ArrayList<>(sections);
        for (int s = 0; s < sections.size(); s++) {
            List<Question> questions = new ArrayList<>(sections.get(s).questions());
            int at = position(questions, id);
            if (at < 0) {
                continue;
            }
            Question question = questions.remove(at);
            int to = up ? at - 1 : at + 1;
            int other = up ? s - 1 : s + 1;
            if (to >= 0 && to <= questions.size()) {
                questions.add(to, question);
            } else if (other >= 0 && other < sections.size()) {
                List<Question> next = new ArrayList<>(sections.get(other).questions());
                next.add(up ? next.size() : 0, question);
                changed.set(other, sections.get(other).with(next));
            } else {
                return this;
            }
            changed.set(s, sections.get(s).with(questions));
            return new FormDefinition(changed);
        }
        return this;
    }

    public FormDefinition movedSection(String id, boolean up) {
        int at = indexOf(id);
        int to = up ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= sections.size()) {
            return this;
        }
        List<Section> changed = new ArrayList<>(sections);
        changed.add(to, changed.remove(at));
        return new FormDefinition(changed);
    }

    private FormDefinition replaced(String sectionId, Section with, String moved) {
        return new FormDefinition(sections.stream()
                .map(section -> section.id().equals(sectionId) ? with : section.with(without(section, moved)))
                .toList());
    }

    private static List<Question> without(Section section, String id) {
        return section.questions().stream()
                .filter(question -> !question.id().equals(id))
                .toList();
    }

    private int indexOf(String section) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).id().equals(section)) {
                return i;
            }
        }
        return -1;
    }

    private static int position(List<Question> questions, String id) {
        return questions.stream().map(Question::id).toList().indexOf(id);
    }

    private static void checkCondition(Question question, List<Question> before) {
        @Nullable Condition when = question.when();
        boolean holds = when == null
                || before.stream()
                        .filter(earlier -> earlier.id().equals(when.question()))
                        .flatMap(earlier -> earlier.options().stream())
                        .anyMatch(option -> option.code().equals(when.option()));
        if (!holds) {
            throw new FormFault("forms.fault.condition");
        }
    }

    private static void checkCore(Question question) {
        Integer most = CoreQuestions.MOST.get(question.id());
        if (most != null
                && (!question.required()
                        || question.kind() != QuestionKind.LONG_TEXT
                        || question.when() != null
                        || question.mostLength() > most)) {
            throw new FormFault("forms.fault.coreChanged");
        }
    }
}
