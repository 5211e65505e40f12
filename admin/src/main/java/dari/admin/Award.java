package dari.admin;

import dari.admin.forms.LocalText;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** An approved application, as the steps after its decision need it. */
public record Award(
        UUID application,
        UUID startup,
        String startupName,
        UUID hospital,
        String hospitalName,
        String callTitleKo,
        String callTitleEn,
        LocalDate decidedOn,
        List<PlannedMilestone> planned) {

    public LocalText callTitle() {
        return new LocalText(callTitleKo, callTitleEn);
    }

    public String callTitle(Locale locale) {
        return locale.getLanguage().equals("en") ? callTitleEn : callTitleKo;
    }
}
