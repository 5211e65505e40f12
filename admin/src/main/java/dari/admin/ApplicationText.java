package dari.admin;

/** What an applicant writes: a plain summary in both languages, the benefit, the plan. */
public record ApplicationText(String summaryKo, String summaryEn, String benefit, String plan) {}
