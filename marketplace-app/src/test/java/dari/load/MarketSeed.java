package dari.load;

import dari.kernel.Face;
import dari.kernel.IdBytes;
import dari.kernel.Role;
import dari.matching.json.MatchingJson;
import dari.needs.NeedContent;
import dari.offers.OfferContent;
import dari.support.People;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Organisations and their people, offers with their revisions, needs. */
final class MarketSeed {

    private static final List<String> NAMES =
            List.of("가람", "나래", "다솜", "라온", "마루", "바다", "사랑", "아라", "자람", "차오름", "한빛", "푸른", "새봄", "온누리", "해솔", "미르");
    private static final List<String> NAMES_EN = List.of(
            "Garam",
            "Narae",
            "Dasom",
            "Raon",
            "Maru",
            "Bada",
            "Sarang",
            "Ara",
            "Jaram",
            "Chaoreum",
            "Hanbit",
            "Pureun",
            "Saebom",
            "Onnuri",
            "Haesol",
            "Mir");

    /** A published offer. */
    record Offered(UUID id, Cast.Member hospital, String title) {}

    /** A published need. */
    record Needed(UUID id, Cast.Member startup, String title, String content) {}

    final Cast cast = new Cast();
    final List<Offered> offers = new ArrayList<>();
    final List<Needed> needs = new ArrayList<>();

    private final BulkRows bulk;
    private final RandomGenerator random;
    private final SeededIds ids;
    private final Texts texts;
    private final Sizes sizes;
    private final String passwordHash;
    private int people;
    private int numbers = 20_000;

    MarketSeed(BulkRows bulk, RandomGenerator random, SeededIds ids, Texts texts, Sizes sizes, String passwordHash) {
        this.bulk = bulk;
        this.random = random;
        this.ids = ids;
        this.texts = texts;
        this.sizes = sizes;
        this.passwordHash = passwordHash;
    }

    void write() throws SQLException {
        organizations();
        offers();
        needs();
    }

    private void organizations() throws SQLException {
        UUID office = organization(Face.PROGRAM, "다리 운영기관", "Dari program office", "VERIFIED");
        for (int i = 0; i < 3; i++) {
            cast.administrators.add(
                    member(office, "운영", "program", i, Set.of(Role.PROGRAM_ADMINISTRATOR, Role.PROGRAM_FINANCE)));
        }
        for (int i = 0; i < sizes.of(250); i++) {
            cast.reviewers.add(member(office, "심사", "reviewer", i, Set.of(Role.PROGRAM_REVIEWER)));
        }
        cast.auditors.add(member(office, "감사", "auditor", 0, Set.of(Role.PROGRAM_AUDITOR)));
        for (int i = 0; i < sizes.of(400); i++) {
            String name = name(NAMES, i) + " " + (i % 3 == 0 ? "대학교병원" : "의료원");
            UUID id = organization(Face.HOSPITAL, name, name(NAMES_EN, i) + " Hospital", "VERIFIED");
            cast.hospitals.add(member(id, name, "hospital", i, Set.copyOf(Role.of(Face.HOSPITAL))));
            member(id, name, "clinician", i, Set.of(Role.HOSPITAL_CLINICIAN));
        }
        for (int i = 0; i < sizes.of(1500); i++) {
            String name = name(NAMES, i) + " 메디컬AI";
            UUID id = organization(Face.STARTUP, name, name(NAMES_EN, i) + " Medical AI", "VERIFIED");
            Cast.Member founder = member(id, name, "startup", i, Set.copyOf(Role.of(Face.STARTUP)));
            cast.startups.add(founder);
            bulk.add(
                    "startup_profile",
                    row(
                            "organization", founder.organizationId(),
                            "version", 0,
                            "content", MatchingJson.mapper().writeValueAsString(texts.profile(name)),
                            "changed_at", moment()));
        }
        for (int i = 0; i < sizes.of(600); i++) {
            String name = name(NAMES, i) + " 새싹 " + i;
            UUID id = organization(Face.STARTUP, name, "Newcomer " + i, "PENDING");
            member(id, name, "newcomer", i, Set.of(Role.STARTUP_OWNER));
        }
    }

    private static String name(List<String> names, int i) {
        return names.get(i % names.size())
                + names.get(i / names.size() % names.size())
                + (i < names.size() * names.size() ? "" : " " + i / (names.size() * names.size()));
    }

    private UUID organization(Face face, String name, String english, String verification) throws SQLException {
        UUID id = ids.next();
        String number = People.registrationNumber(numbers++).digits();
        bulk.add(
                "organization",
                row(
                        "id",
                        IdBytes.of(id),
                        "version",
                        0,
                        "face",
                        face.name(),
                        "name",
                        name,
                        "english_name",
                        english,
                        "registration_number",
                        number,
                        "country",
                        "KR",
                        "region",
                        texts.any("region").id(),
                        "verification",
                        verification,
                        "created_at",
                        moment()));
        if (face != Face.PROGRAM) {
            boolean open = verification.equals("PENDING");
            bulk.add(
                    "verification_case",
                    row(
                            "id",
                            IdBytes.of(ids.next()),
                            "version",
                            0,
                            "organization",
                            IdBytes.of(id),
                            "kind",
                            face.name(),
                            "name",
                            name,
                            "registration_number",
                            number,
                            "country",
                            "KR",
                            "status",
                            open ? "OPEN" : "APPROVED",
                            "opened_at",
                            moment(),
                            "decided_at",
                            open ? null : moment(),
                            "reason",
                            open ? null : "서류가 맞습니다"));
        }
        return id;
    }

    private Cast.Member member(UUID organization, String of, String kind, int number, Set<Role> roles)
            throws SQLException {
        UUID person = ids.next();
        String email = kind + (number == 0 ? "" : number) + "@load.example";
        Timestamp now = moment();
        bulk.add(
                "account",
                row(
                        "id",
                        IdBytes.of(person),
                        "version",
                        0,
                        "email",
                        email,
                        "display_name",
                        of + " 담당 " + ++people,
                        "password_hash",
                        passwordHash,
                        "language",
                        "ko",
                        "created_at",
                        now,
                        "confirmed_at",
                        now));
        bulk.add(
                "membership",
                row(
                        "id", IdBytes.of(ids.next()),
                        "version", 0,
                        "organization", IdBytes.of(organization),
                        "account", IdBytes.of(person),
                        "roles", roles.stream().sorted().map(Role::name).collect(Collectors.joining(",")),
                        "since", now));
        return new Cast.Member(organization, person, of, email);
    }

    private void offers() throws SQLException {
        for (int i = 0; i < sizes.offers(); i++) {
            Cast.Member hospital = Cast.some(cast.hospitals, random, 1);
            OfferContent content = texts.offer();
            String json = MatchingJson.mapper().writeValueAsString(content);
            UUID id = ids.next();
            Timestamp now = moment();
            bulk.add(
                    "offer",
                    row(
                            "id",
                            IdBytes.of(id),
                            "version",
                            1,
                            "hospital",
                            hospital.organizationId(),
                            "status",
                            "PUBLISHED",
                            "revision",
                            1,
                            "content",
                            json,
                            "created_at",
                            now,
                            "changed_at",
                            now));
            bulk.add(
                    "offer_revision",
                    row(
                            "id",
                            IdBytes.of(ids.next()),
                            "version",
                            0,
                            "offer",
                            IdBytes.of(id),
                            "revision",
                            1,
                            "content",
                            json,
                            "published_at",
                            now));
            history(hospital, "offer.published", "offer", id, "{\"revision\":\"1\"}");
            offers.add(new Offered(id, hospital, content.titleKo()));
        }
    }

    private void needs() throws SQLException {
        for (int i = 0; i < sizes.of(6000); i++) {
            Cast.Member startup = Cast.some(cast.startups, random, 2);
            NeedContent content = texts.need();
            String json = MatchingJson.mapper().writeValueAsString(content);
            UUID id = ids.next();
            Timestamp now = moment();
            bulk.add(
                    "need",
                    row(
                            "id",
                            IdBytes.of(id),
                            "version",
                            1,
                            "startup",
                            startup.organizationId(),
                            "status",
                            "PUBLISHED",
                            "revision",
                            1,
                            "content",
                            json,
                            "created_at",
                            now,
                            "changed_at",
                            now,
                            "audience",
                            "VERIFIED",
                            "modality",
                            content.modality(),
                            "disease",
                            content.disease()));
            history(startup, "need.published", "need", id, "{\"revision\":\"1\"}");
            needs.add(new Needed(id, startup, content.title(), json));
        }
    }

    void history(Cast.Member actor, String action, String kind, UUID subject, String facts) throws SQLException {
        bulk.add(
                "history",
                row(
                        "id", IdBytes.of(ids.next()),
                        "happened_at", moment(),
                        "actor", actor.personId(),
                        "actor_organization", actor.organizationId(),
                        "action", action,
                        "subject_kind", kind,
                        "subject", IdBytes.of(subject),
                        "facts", facts));
    }

    private Timestamp moment() {
        return Timestamp.from(ids.now());
    }

    /** Column, value, column, value. */
    static Map<String, @Nullable Object> row(@Nullable Object... columns) {
        Map<String, @Nullable Object> row = new TreeMap<>();
        for (int i = 0; i < columns.length; i += 2) {
            row.put(String.valueOf(columns[i]), columns[i + 1]);
        }
        return row;
    }
}
