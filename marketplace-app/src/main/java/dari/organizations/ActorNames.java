package dari.organizations;

import dari.accounts.Accounts;
import dari.audit.HistoryLine;
import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says who did a past act; pages call it {@code @actors}. */
@Component("actors")
public class ActorNames {

    private final Accounts accounts;
    private final Organizations organizations;
    private final MessageSource messages;

    ActorNames(Accounts accounts, Organizations organizations, MessageSource messages) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.messages = messages;
    }

    /** The person and the organisation, or which worker of the system it was. */
    public String name(HistoryLine line, Locale locale) {
        UserId user = line.actor();
        OrganizationId organization = line.organization();
        if (user == null || organization == null) {
            String system = line.systemActor();
            String key = "hospital-agent".equals(system)
                    ? "history.agent"
                    : "visitor".equals(system) ? "history.visitor" : "history.system";
            return messages.getMessage(key, null, locale);
        }
        String person = accounts.names(List.of(user)).getOrDefault(user, "");
        return person + " · " + organizations.facts(organization).name(locale);
    }
}
