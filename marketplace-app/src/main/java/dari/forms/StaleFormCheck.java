package dari.forms;

import jakarta.persistence.EntityManagerFactory;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.UUID;
import org.hibernate.StaleObjectStateException;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Refuses a change of what was changed since the sender's page showed it. Stands at the one place through which every
 * change passes, so that no feature can forget it.
 */
@Component
class StaleFormCheck implements PreUpdateEventListener {

    private static final String CHECKED = StaleFormCheck.class.getName();

    StaleFormCheck(EntityManagerFactory factory) {
        factory.unwrap(SessionFactoryImplementor.class)
                .getEventEngine()
                .getListenerRegistry()
                .appendListeners(EventType.PRE_UPDATE, this);
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        Object[] before = event.getOldState();
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && event.getPersister().isVersioned()
                && before != null) {
            UUID thing = id(event.getId());
            Object version = before[event.getPersister().getVersionPropertyIndex()];
            for (SeenVersion seen : notYetChecked(request.getRequest())) {
                if (seen.thing().equals(thing)) {
                    if (!Integer.valueOf(seen.version()).equals(version)) {
                        throw new StaleObjectStateException(event.getPersister().getEntityName(), event.getId());
                    }
                    request.getRequest().setAttribute(CHECKED, true);
                }
            }
        }
        return false;
    }

    /** The first change of a request is what the page must have seen; what follows in it is the request's own doing. */
    private static List<SeenVersion> notYetChecked(HttpServletRequest request) {
        return request.getAttribute(CHECKED) == null
                ? SeenVersion.of(request.getParameterValues(SeenVersion.FIELD)).toList()
                : List.of();
    }

    /** Our ids are UUIDs, bare or in a record of their own. */
    private static @Nullable UUID id(Object id) {
        if (id instanceof UUID bare) {
            return bare;
        }
        RecordComponent[] components = id.getClass().getRecordComponents();
        if (components == null || components.length != 1) {
            return null;
        }
        try {
            return components[0].getAccessor().invoke(id) instanceof UUID value ? value : null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
