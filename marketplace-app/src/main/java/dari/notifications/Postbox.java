package dari.notifications;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dari.kernel.BackgroundWork;
import dari.kernel.Ids;
import dari.kernel.TaskQueue;
import org.springframework.stereotype.Service;

/**
 * Takes letters in the transaction that makes them due; a timed task delivers them and tries again when mail is away. One
 * notice may be hundreds of letters: money that goes back, and whatever else is due, does not wait for them.
 */
@Service
public class Postbox {

    static final TaskDescriptor<Mail> SEND_MAIL = TaskDescriptor.of("send-mail", Mail.class);

    private final TaskQueue tasks;
    private final Ids ids;

    Postbox(TaskQueue tasks, Ids ids) {
        this.tasks = tasks;
        this.ids = ids;
    }

    @BackgroundWork
    public void post(Mail mail) {
        tasks.enqueueBehind(SEND_MAIL, ids.next().toString(), mail);
    }
}
