package dari.admin;

import dari.admin.eligibility.Declaration;
import dari.admin.forms.Answers;

/**
 * What an applicant fills in.
 *
 * @param track code of the kind of award; empty where none is chosen
 */
public record ApplicationDraft(String track, Answers answers, Declaration declared) {}
