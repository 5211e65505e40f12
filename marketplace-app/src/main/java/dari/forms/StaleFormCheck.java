package dari.forms;

import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.RecordComponent;
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

    StaleFormCheck(EntityManagerFactory factory) {
        factory.unwrap(SessionFactoryImplementor.class)
                .getEventEngine()
                .getListenerRegistry()
                .appendListeners(EventType.PRE_UPDATE, this);
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && event.getPersister().isVersioned()) {
            Object[] before = event.getOldState();
            UUID thing = id(event.getId());
            if (before != null
                    && SeenVersion.of(request.getRequest().getParameterValues(SeenVersion.FIELD))
                            .anyMatch(seen -> seen.thing().equals(thing)
                                    && !Integer.valueOf(seen.version())
                                            .equals(before[event.getPersister().getVersionPropertyIndex()]))) {
                throw new StaleObjectStateException(event.getPersister().getEntityName(), event.getId());
            }
        }
        return false;
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
