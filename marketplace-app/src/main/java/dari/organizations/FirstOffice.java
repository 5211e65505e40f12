package dari.organizations;

import dari.kernel.Face;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** At the first start of a marketplace that is nobody's yet, invites the program office's first administrator. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${dari.office.administrator:}'.isEmpty()")
class FirstOffice {

    private static final Logger log = LoggerFactory.getLogger(FirstOffice.class);

    /**
     * @param administrator e-mail address of the first administrator, who gets a letter; empty for nobody
     * @param registrationNumber business registration number, ten digits
     */
    @ConfigurationProperties("dari.office")
    record Office(
            @DefaultValue("") String administrator,
            @DefaultValue("") String name,
            @DefaultValue("") String nameEn,
            @DefaultValue("") String registrationNumber) {

        Office {
            if (!administrator.isEmpty() && (name.isEmpty() || nameEn.isEmpty() || registrationNumber.isEmpty())) {
                throw new IllegalArgumentException("DARI_OFFICE_ADMINISTRATOR needs DARI_OFFICE_NAME,"
                        + " DARI_OFFICE_NAME_EN and DARI_OFFICE_REGISTRATION_NUMBER beside it");
            }
        }
    }

    @Bean
    ApplicationRunner inviteTheFirstAdministrator(Teams teams, Office office) {
        return (ApplicationArguments arguments) -> {
            NewOrganization program = new NewOrganization(
                    Face.PROGRAM,
                    office.name(),
                    office.nameEn(),
                    new BusinessRegistrationNumber(office.registrationNumber()),
                    "KR",
                    null);
            if (teams.openOffice(program, office.administrator())) {
                log.info("the program office is there; its first administrator gets a letter");
            }
        };
    }
}
