package dari.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;

/** The whole application on the embedded MariaDB, shared by all tests that carry this: make your own data, assume none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@TestExecutionListeners(
        listeners = ClassLeftovers.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@Import({
    FreshDatabase.class,
    QuickPasswords.class,
    People.class,
    Marketplace.class,
    Journey.class,
    ReviewStage.class,
    Letters.class,
    Checkouts.class,
    ApiCalls.class,
    ApiRoutes.class,
    Statements.class,
    Provider.class,
    OpenSandbox.class
})
public @interface DariTest {}
