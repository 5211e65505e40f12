package dari.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KernelConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The zone of dates that people read and of deadlines; also used by pages. */
    @Bean
    ZoneId seoul() {
        return ZoneId.of("Asia/Seoul");
    }

    @Bean
    Ids ids() {
        TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();
        return generator::generate;
    }
}
