package dari;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dari.admin.CalledByOthers;
import dari.kernel.BackgroundWork;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;

/** The shape of the house, kept by machine. */
@AnalyzeClasses(packages = "dari", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @Test
    void modulesDependOnlyOnWhatOthersOffer() {
        ApplicationModules.of(DariApplication.class).verify();
    }

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule onlyTheAdapterKnowsStripe = noClasses()
            .that()
            .resideOutsideOfPackages("dari.billing.stripe..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.stripe..");

    @ArchTest
    static final ArchRule controllersAskServices = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Repository.class);

    /** Every public door of a service says who may open it, or that no person does. */
    @ArchTest
    static final ArchRule everyServiceMethodSaysWhoMay = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Service.class)
            .should()
            .beMetaAnnotatedWith(PreAuthorize.class)
            .orShould()
            .beAnnotatedWith(BackgroundWork.class)
            .orShould()
            .beAnnotatedWith(CalledByOthers.class)
            .orShould()
            .beAnnotatedWith(ApplicationModuleListener.class)
            .orShould()
            .beDeclaredInClassesThat(areGuardedAsAWhole());

    @ArchTest
    static final ArchRule servicesAreNotBypassedByEntities = classes()
            .that()
            .areAnnotatedWith(jakarta.persistence.Entity.class)
            .should()
            .notBePublic();

    private static DescribedPredicate<JavaClass> areGuardedAsAWhole() {
        return DescribedPredicate.describe(
                "are guarded as a whole",
                type -> type.isMetaAnnotatedWith(PreAuthorize.class) || type.isAnnotatedWith(BackgroundWork.class));
    }
}
