package dari.admin.forms;

import java.util.List;

/** Questions that belong together, under one heading. */
public record Section(String id, LocalText title, LocalText intro, List<Question> questions) {

    public Section {
        questions = List.copyOf(questions);
    }

    Section with(List<Question> changed) {
        return new Section(id, title, intro, changed);
    }
}
