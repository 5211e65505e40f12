package dari.support;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Lets everybody leave the program offices that a test class made. A real program has one office: with hundreds of them
 * every notice to all administrators would go to hundreds of people, and each later class would take longer.
 */
class OfficesEmptied implements TestExecutionListener {

    @Override
    public void afterTestClass(TestContext context) {
        if (context.hasApplicationContext()) {
            context.getApplicationContext()
                    .getBean(JdbcClient.class)
                    .sql("DELETE FROM membership WHERE organization IN"
                            + " (SELECT id FROM organization WHERE face = 'PROGRAM')")
                    .update();
        }
    }
}
