package dari.demo;

import dari.accounts.Accounts;
import dari.accounts.NewAccount;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.organizations.BusinessRegistrationNumber;
import dari.organizations.NewOrganization;
import dari.organizations.Organizations;
import dari.organizations.Verification;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people whose logins {@code ./run} prints, and their organisations. All names are invented. */
@Component
@Profile("demo")
class DemoPeople {

    static final String PASSWORD = "dari-demo-2026";
    static final String ADMINISTRATOR = "admin@dari.example";
    static final List<String> EMAILS = List.of(
            ADMINISTRATOR,
            "reviewer1@dari.example",
            "reviewer2@dari.example",
            "auditor@dari.example",
            "hana@gyeolmaru.example",
            "office@mulpure.example",
            "steward@mulpure.example",
            "board@mulpure.example",
            "board2@mulpure.example",
            "privacy@mulpure.example",
            "office@neoul.example",
            "steward@neoul.example",
            "board@neoul.example",
            "privacy@neoul.example",
            "office@solbaram.example",
            "board1@solbaram.example",
            "board2@solbaram.example");

    private final Accounts accounts;
    private final Organizations organizations;

    DemoPeople(Accounts accounts, Organizations organizations) {
        this.accounts = accounts;
        this.organizations = organizations;
    }

    boolean areThere() {
        return accounts.findByEmail(ADMINISTRATOR).isPresent();
    }

    @Transactional
    void create() {
        OrganizationId office = organization(
                Face.PROGRAM,
                "다리 운영기관",
                "Dari program office",
                "3141509262",
                "region:seoul",
                person(ADMINISTRATOR, "윤서진"),
                EnumSet.of(Role.PROGRAM_ADMINISTRATOR, Role.PROGRAM_FINANCE));
        organizations.addMember(office, person("reviewer1@dari.example", "서도윤"), Set.of(Role.PROGRAM_REVIEWER));
        organizations.addMember(office, person("reviewer2@dari.example", "민채원"), Set.of(Role.PROGRAM_REVIEWER));
        organizations.addMember(office, person("auditor@dari.example", "오가온"), Set.of(Role.PROGRAM_AUDITOR));
        organization(
                Face.STARTUP,
                "결마루",
                "Gyeolmaru",
                "2718208181",
                "region:daejeon",
                person("hana@gyeolmaru.example", "김하나"),
                EnumSet.of(Role.STARTUP_OWNER, Role.STARTUP_DATA_SCIENTIST, Role.STARTUP_SIGNATORY));
        OrganizationId mulpure =
                hospital("물푸레대학교병원", "Mulpure University Hospital", "1414201353", "region:gangwon", "mulpure");
        // Its files leave, so a committee of three looks at them.
        organizations.addMember(mulpure, person("board2@mulpure.example", "소나래"), EnumSet.of(Role.HOSPITAL_BOARD));
        hospital("너울의료원", "Neoul Medical Center", "1732005086", "region:jeonnam", "neoul");
        outsiders();
    }

    /** A hospital that offers nothing: two of its board belong to no side, and can answer an appeal. */
    private void outsiders() {
        OrganizationId hospital = organization(
                Face.HOSPITAL,
                "솔바람의료원",
                "Solbaram Medical Center",
                "2645751316",
                "region:gyeongbuk",
                person("office@solbaram.example", "문새벽"),
                EnumSet.of(Role.HOSPITAL_OFFICE, Role.HOSPITAL_SIGNATORY));
        organizations.addMember(hospital, person("board1@solbaram.example", "남가을"), EnumSet.of(Role.HOSPITAL_BOARD));
        organizations.addMember(hospital, person("board2@solbaram.example", "도하람"), EnumSet.of(Role.HOSPITAL_BOARD));
    }

    private OrganizationId hospital(String name, String englishName, String number, String region, String domain) {
        OrganizationId hospital = organization(
                Face.HOSPITAL,
                name,
                englishName,
                number,
                region,
                person("office@" + domain + ".example", "한지우"),
                EnumSet.of(Role.HOSPITAL_OFFICE, Role.HOSPITAL_SIGNATORY));
        organizations.addMember(
                hospital, person("steward@" + domain + ".example", "박담온"), EnumSet.of(Role.HOSPITAL_STEWARD));
        organizations.addMember(
                hospital, person("board@" + domain + ".example", "이두레"), EnumSet.of(Role.HOSPITAL_BOARD));
        organizations.addMember(
                hospital, person("privacy@" + domain + ".example", "정가람"), EnumSet.of(Role.HOSPITAL_PRIVACY));
        return hospital;
    }

    private OrganizationId organization(
            Face face,
            String name,
            String englishName,
            String number,
            String region,
            NewAccount founder,
            Set<Role> roles) {
        OrganizationId id = organizations.establish(
                new NewOrganization(face, name, englishName, new BusinessRegistrationNumber(number), "KR", region),
                founder,
                roles);
        organizations.verificationDecided(id, Verification.VERIFIED);
        return id;
    }

    private static NewAccount person(String email, String name) {
        return new NewAccount(email, name, PASSWORD, "ko");
    }
}
