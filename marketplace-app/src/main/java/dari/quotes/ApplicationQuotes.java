package dari.quotes;

import dari.admin.ApplicationView;
import dari.admin.Applications;
import dari.admin.DecisionDesk;
import dari.admin.panel.HospitalDataset;
import dari.admin.panel.HospitalOutcomes;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.kernel.NotFoundException;
import dari.kernel.ProgramAdministrator;
import dari.kernel.StartupMember;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds the price that an application asks for against its hospitals' own quotes. */
@Service
@Transactional(readOnly = true)
public class ApplicationQuotes {

    private final Applications applications;
    private final DecisionDesk desk;
    private final HospitalOutcomes hospitals;
    private final Introductions introductions;
    private final Quotes quotes;

    ApplicationQuotes(
            Applications applications,
            DecisionDesk desk,
            HospitalOutcomes hospitals,
            Introductions introductions,
            Quotes quotes) {
        this.applications = applications;
        this.desk = desk;
        this.hospitals = hospitals;
        this.introductions = introductions;
        this.quotes = quotes;
    }

    /** For its applicant. */
    @StartupMember
    public AskedAndQuoted mine(UUID application) {
        return of(applications.mine(application));
    }

    /** For those who run the program. */
    @ProgramAdministrator
    public AskedAndQuoted show(UUID application) {
        return of(desk.show(application).application());
    }

    private AskedAndQuoted of(ApplicationView application) {
        Locale locale = LocaleContextHolder.getLocale();
        return new AskedAndQuoted(
                application,
                application.money(),
                hospitals.datasets(application.id()).stream()
                        .map(part -> part(part, locale))
                        .toList());
    }

    private AskedAndQuoted.Part part(HospitalDataset dataset, Locale locale) {
        IntroductionId talk = new IntroductionId(dataset.introduction());
        return introductions
                .find(talk)
                .map(found -> new AskedAndQuoted.Part(
                        found.hospital().name(locale),
                        found.offerContent().title(locale),
                        quotes.standing(talk).orElse(null),
                        found.offerContent().priceWon()))
                .orElseThrow(() -> new NotFoundException("introduction"));
    }
}
