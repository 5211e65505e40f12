package dari.kernel;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.io.Serializable;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes work that must happen after the present transaction, outside it, and again when it fails. A client of its own,
 * not the scheduler that runs the tasks: tasks may use services that enqueue further ones.
 */
@Component
public class TaskQueue {

    private final SchedulerClient client;
    private final Clock clock;

    TaskQueue(DataSource database, Clock clock, @Value("${db-scheduler.table-name}") String table) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .tableName(table)
                .enablePriority()
                .build();
        this.clock = clock;
    }

    /**
     * Enqueues one run as soon as the transaction commits; nothing when it rolls back.
     *
     * @param id identity of the run: enqueued twice, it runs once
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T extends Serializable> void enqueue(TaskDescriptor<T> task, String id, T data) {
        enqueue(task, id, data, Priority.MEDIUM);
    }

    /** The same for work of which much may come at once: whatever else is due runs before it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T extends Serializable> void enqueueBehind(TaskDescriptor<T> task, String id, T data) {
        enqueue(task, id, data, Priority.LOW);
    }

    private <T extends Serializable> void enqueue(TaskDescriptor<T> task, String id, T data, int priority) {
        client.scheduleIfNotExists(
                task.instance(id).data(data).priority(priority).scheduledTo(clock.instant()));
    }
}
