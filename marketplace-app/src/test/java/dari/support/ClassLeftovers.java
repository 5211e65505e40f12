package dari.support;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Takes away of a test class what would crowd the later ones: needs that every hospital sees, and the people of its program
 * offices. A real program has one office: with hundreds of them every notice to all administrators goes to hundreds.
 */
class ClassLeftovers implements TestExecutionListener {

    @Override
    public void afterTestClass(TestContext context) {
        if (context.hasApplicationContext()) {
            JdbcClient database = context.getApplicationContext().getBean(JdbcClient.class);
            database.sql("DELETE FROM membership WHERE organization IN"
                            + " (SELECT id FROM organization WHERE face = 'PROGRAM')")
                    .update();
            database.sql("UPDATE need SET audience = 'ASKED' WHERE audience <> 'ASKED'")
                    .update();
        }
    }
}
