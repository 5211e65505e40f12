package dari.hospitalpages;

import java.util.Locale;

/**
 * What a hospital tells its patients.
 *
 * @param leaveOutKo how a patient asks to be left out
 * @param contact the office of the hospital that takes it, never a company
 */
public record PatientText(
        String aboutKo,
        String aboutEn,
        String leaveOutKo,
        String leaveOutEn,
        String contact,
        String phone,
        String email) {

    static final PatientText EMPTY = new PatientText("", "", "", "", "", "", "");

    public String about(Locale locale) {
        return locale.getLanguage().equals("en") ? aboutEn : aboutKo;
    }

    public String leaveOut(Locale locale) {
        return locale.getLanguage().equals("en") ? leaveOutEn : leaveOutKo;
    }
}
