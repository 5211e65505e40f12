package dari.agreements;

/** A clause that an offer's terms ask for, before a project's facts are filled in. */
public record ChosenClause(String code, String textKo, String textEn) {}
