package dari.exports;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExportProperties.class)
class ExportsConfiguration {

    @Bean
    ExportStorage exportStorage(@Value("${dari.home}") Path home) {
        return new ExportStorage(home);
    }
}
