package dari.accounts;

import dari.kernel.UserId;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Who is signed in where. */
@Component
class OpenSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** Signs the person out everywhere. */
    void end(UserId person) {
        sessions.findByPrincipalName(person.value().toString()).keySet().forEach(sessions::deleteById);
    }

    /** Signs a principal out everywhere but in one session. */
    void endOthers(String principal, String kept) {
        sessions.findByPrincipalName(principal).keySet().stream()
                .filter(session -> !session.equals(kept))
                .forEach(sessions::deleteById);
    }
}
