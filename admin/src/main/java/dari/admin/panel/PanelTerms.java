package dari.admin.panel;

/**
 * What a call's panel works by, fixed once it first votes.
 *
 * @param quorum votes, abstentions included, without which a vote decides nothing
 * @param voteDays days a vote stays open
 * @param appealDays days an applicant has to appeal
 */
public record PanelTerms(int quorum, int voteDays, int appealDays) {

    static final PanelTerms USUAL = new PanelTerms(2, 7, 14);
}
