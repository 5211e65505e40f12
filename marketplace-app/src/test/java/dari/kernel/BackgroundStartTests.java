package dari.kernel;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.github.kagkarlsson.scheduler.boot.config.startup.ContextReadyStart;
import dari.support.DariTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DariTest
class BackgroundStartTests {

    @Autowired
    ApplicationContext application;

    /** The soak found a release that was never removed: its end was told while nobody was listening yet. */
    @Test
    void noTaskRunsBeforeWhoeverHearsOfItsEventsListens() {
        assertThatCode(() -> application.getBean(ContextReadyStart.class)).doesNotThrowAnyException();
    }
}
