package dari.demo;

import dari.accounts.Accounts;
import dari.admin.panel.PanelAppointments;
import dari.admin.panel.PanelTerms;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Gives the demo's call its panel: both reviewers and a hospital's board member, who stays out of her own hospital's. */
@Component
@Profile("demo")
class DemoPanel {

    private static final List<String> MEMBERS =
            List.of("reviewer1@dari.example", "reviewer2@dari.example", "board@mulpure.example");

    private final Accounts accounts;
    private final PanelAppointments appointments;

    DemoPanel(Accounts accounts, PanelAppointments appointments) {
        this.accounts = accounts;
        this.appointments = appointments;
    }

    /** By the administrator whose turn it is. */
    void appoint(UUID call) {
        Set<UUID> members = new LinkedHashSet<>();
        MEMBERS.forEach(
                email -> members.add(accounts.findByEmail(email).orElseThrow().value()));
        appointments.appoint(call, new PanelTerms(2, 7, 14), members.iterator().next(), members);
    }
}
