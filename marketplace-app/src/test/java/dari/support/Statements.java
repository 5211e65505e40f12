package dari.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the SQL statements of the present thread, whoever makes them. */
@TestComponent
public class Statements implements BeanPostProcessor {

    private static final Set<String> MAKING = Set.of("prepareStatement", "createStatement", "prepareCall");

    private final ThreadLocal<Integer> made = ThreadLocal.withInitial(() -> 0);

    /** Something that a test does. */
    @FunctionalInterface
    public interface Act {
        void run() throws Exception;
    }

    /** How many statements this takes. */
    public int of(Act act) throws Exception {
        int before = made.get();
        act.run();
        return made.get() - before;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Counting(database) : bean;
    }

    private final class Counting extends DelegatingDataSource {

        Counting(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (MAKING.contains(method.getName())) {
                            made.set(made.get() + 1);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
