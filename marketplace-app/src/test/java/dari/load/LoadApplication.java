package dari.load;

import dari.DariApplication;
import dari.support.TestsStayOut;
import java.nio.file.Path;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the whole marketplace on a directory of its own, with what this package adds to it and nothing of the tests. */
final class LoadApplication {

    private LoadApplication() {}

    static ConfigurableApplicationContext start(Path home, Class<?>... added) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(DariApplication.class);
        builder.application().addInitializers((ApplicationContextInitializer<ConfigurableApplicationContext>)
                context -> register(context.getBeanFactory()));
        // as arguments, which nothing in the environment overrides: this directory and its own database, nothing else
        return builder.sources(added)
                .run(
                        "--spring.profiles.active=load",
                        "--dari.home=" + home,
                        "--dari.database=embedded",
                        // as docs/load.md says of a marketplace of this size
                        "--dari.database-memory=1GB",
                        "--dari.search.engine=lucene",
                        "--dari.base-url=http://localhost",
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=ERROR",
                        // a limit on requests would measure the limit
                        "--dari.api.per-token=1000000",
                        "--dari.api.per-address=1000000");
    }

    private static void register(ConfigurableListableBeanFactory beans) {
        beans.registerSingleton("testsStayOut", new TestsStayOut());
    }
}
