package dari.boards;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BoardsConfiguration {

    @Bean
    WorkingDays workingDays(HolidayProperties holidays) {
        return new KoreanWorkingDays(holidays);
    }
}
