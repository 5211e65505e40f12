package dari.admin.forms;

/** What an answer is. */
public enum QuestionKind {
    TEXT,
    LONG_TEXT,
    CHOICE,
    CHOICES,
    NUMBER,
    DATE,
    FILE;

    public boolean hasOptions() {
        return this == CHOICE || this == CHOICES;
    }

    public boolean isWritten() {
        return this == TEXT || this == LONG_TEXT;
    }
}
