package dari.load;

import static dari.load.MarketSeed.row;

import dari.discovery.SearchQuery;
import dari.kernel.IdBytes;
import dari.load.MarketSeed.Needed;
import dari.load.MarketSeed.Offered;
import dari.matching.json.MatchingJson;
import dari.provisioner.count.CountQuestion;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What lies around the offers and applications: notices, documents, sandboxes, questions, invitations, kept searches. */
final class SideSeed {

    private static final String SEPARATOR = "\u001f";

    private final BulkRows bulk;
    private final RandomGenerator random;
    private final SeededIds ids;
    private final Sizes sizes;
    private final LocalDate today;
    private final MarketSeed market;
    private final Cast cast;

    SideSeed(BulkRows bulk, RandomGenerator random, SeededIds ids, Sizes sizes, LocalDate today, MarketSeed market) {
        this.bulk = bulk;
        this.random = random;
        this.ids = ids;
        this.sizes = sizes;
        this.today = today;
        this.market = market;
        this.cast = market.cast;
    }

    void write(List<ProgramSeed.Made> projects, List<UUID> calls) throws SQLException {
        notices();
        documents();
        sandboxes(projects);
        savedSearches();
        questions();
        invitations();
        webhooks();
        tokens();
        boardsAndAnswers();
        mandate(calls);
    }

    private void notices() throws SQLException {
        for (int i = 0; i < sizes.of(80_000); i++) {
            Offered offer = market.offers.get(random.nextInt(market.offers.size()));
            boolean hospital = random.nextBoolean();
            Cast.Member reader = hospital
                    ? Cast.some(cast.hospitals, random, 3)
                    : random.nextInt(20) == 0 ? cast.administrators.get(0) : Cast.some(cast.startups, random, 3);
            bulk.add(
                    "notification",
                    row(
                            "id",
                            IdBytes.of(ids.next()),
                            "version",
                            0,
                            "account",
                            reader.personId(),
                            "organization",
                            reader.organizationId(),
                            "message_key",
                            hospital ? "introductions.notice.declared" : "introductions.notice.wrote",
                            "arguments",
                            hospital
                                    ? Cast.some(cast.startups, random, 1).name() + SEPARATOR + offer.title()
                                    : offer.hospital().name(),
                            "link",
                            "/introductions",
                            "created_at",
                            moment(),
                            "read_at",
                            random.nextInt(4) == 0 ? null : moment(),
                            "letter",
                            "SENT"));
        }
    }

    private void documents() throws SQLException {
        List<String> kinds = List.of(
                "BUSINESS_REGISTRATION", "RESEARCH_PROTOCOL", "DATA_ITEM_LIST", "SECURITY_PLEDGE", "TAX_CLEARANCE");
        for (int i = 0; i < sizes.of(20_000); i++) {
            Cast.Member owner = Cast.some(random.nextInt(4) == 0 ? cast.hospitals : cast.startups, random, 1);
            UUID file = ids.next();
            UUID document = ids.next();
            String kind = kinds.get(random.nextInt(kinds.size()));
            bulk.add(
                    "document_file",
                    row(
                            "id",
                            IdBytes.of(file),
                            "version",
                            0,
                            "organization",
                            owner.organizationId(),
                            "name",
                            "document-" + i + ".pdf",
                            "type",
                            "PDF",
                            "bytes",
                            10_000 + random.nextInt(900_000),
                            "sha256",
                            hash(i),
                            "scan",
                            "CLEAN",
                            "uploaded_by",
                            owner.personId(),
                            "uploaded_at",
                            moment()));
            for (String table : List.of("document", "document_revision")) {
                boolean revision = table.equals("document_revision");
                bulk.add(
                        table,
                        row(
                                "id",
                                IdBytes.of(revision ? ids.next() : document),
                                "version",
                                0,
                                revision ? "document" : "organization",
                                revision ? IdBytes.of(document) : owner.organizationId(),
                                "revision",
                                1,
                                "kind",
                                kind,
                                "title",
                                "서류 " + i,
                                "issuer",
                                owner.name(),
                                "number",
                                "N-" + i,
                                "expires_on",
                                Date.valueOf(today.plusDays(random.nextInt(700) + 40L)),
                                "file",
                                IdBytes.of(file),
                                revision ? "saved_by" : "created_at",
                                revision ? owner.personId() : moment(),
                                revision ? "saved_at" : "changed_at",
                                moment()));
            }
            if (i % 4 == 0) {
                bulk.add(
                        "document_grant",
                        row(
                                "id", IdBytes.of(ids.next()),
                                "version", 0,
                                "document", IdBytes.of(document),
                                "viewer_kind", "HOSPITAL",
                                "viewer", Cast.some(cast.hospitals, random, 5).organizationId(),
                                "granted_by", owner.personId(),
                                "granted_at", moment()));
            }
        }
    }

    private void sandboxes(List<ProgramSeed.Made> projects) throws SQLException {
        List<String> states = List.of("ACTIVE", "ACTIVE", "EXPIRED", "READY", "IN_REVIEW", "REQUESTED");
        for (ProgramSeed.Made project : projects) {
            String state = states.get(random.nextInt(states.size()));
            bulk.add(
                    "sandbox",
                    row(
                            "id", IdBytes.of(ids.next()),
                            "version", 0,
                            "project", IdBytes.of(project.id()),
                            "startup", project.startup().organizationId(),
                            "hospital", project.hospital().organizationId(),
                            "source", "source-1",
                            "status", state,
                            "tier", "MEDIUM",
                            "requested_at", moment(),
                            "changed_at", moment(),
                            "opened_on", Date.valueOf(today.minusDays(30)),
                            "expires_on", Date.valueOf(today.plusDays(state.equals("EXPIRED") ? -1 : 150))));
        }
    }

    private void savedSearches() throws SQLException {
        for (int i = 0; i < sizes.of(3000); i++) {
            Needed need = market.needs.get(random.nextInt(market.needs.size()));
            // nobody keeps more than 30; whoever has many needs stays below
            if (!need.startup().equals(cast.startups.get(0)) || i % 10 == 0) {
                savedSearch(need, i);
            }
        }
    }

    private void savedSearch(Needed need, int number) throws SQLException {
        bulk.add(
                "saved_search",
                row(
                        "id", IdBytes.of(ids.next()),
                        "version", 0,
                        "account", need.startup().personId(),
                        "startup", need.startup().organizationId(),
                        "need", IdBytes.of(need.id()),
                        "name", "매일 보는 찾기 " + number,
                        "query", MatchingJson.mapper().writeValueAsString(SearchQuery.EVERYTHING),
                        "alert", "NONE",
                        "created_at", moment()));
    }

    private void questions() throws SQLException {
        for (int i = 0; i < sizes.of(6000); i++) {
            Offered offer = market.offers.get(random.nextInt(market.offers.size()));
            Cast.Member hospital = i % 12 == 0 ? cast.hospitals.get(0) : offer.hospital();
            Cast.Member asker = Cast.some(cast.startups, random, 2);
            CountQuestion question =
                    new CountQuestion(1, 20 + i % 60, null, 2025, null, List.of("E" + (10 + i % 80)), null, null, null);
            boolean answered = i % 5 != 0;
            bulk.add(
                    "feasibility_question",
                    row(
                            "id", IdBytes.of(ids.next()),
                            "version", 0,
                            "startup", asker.organizationId(),
                            "asker", asker.personId(),
                            "offer", IdBytes.of(offer.id()),
                            "hospital", hospital.organizationId(),
                            "source", "source-1",
                            "dataset_version", 0,
                            "question", question.json(),
                            "question_hash", question.hash(),
                            "status", answered ? "REFUSED" : "ASKED",
                            "problem", answered ? "policy-refused" : null,
                            "asked_at", moment(),
                            "answered_at", answered ? moment() : null));
        }
    }

    private void invitations() throws SQLException {
        List<String> states = List.of("ACCEPTED", "DECLINED", "EXPIRED", "WITHDRAWN");
        for (int i = 0; i < sizes.of(8000); i++) {
            Offered offer = market.offers.get(market.offers.size() - 1 - i % market.offers.size());
            Needed need = market.needs.get(random.nextInt(market.needs.size()));
            Cast.Member hospital = i % 10 == 0 ? cast.hospitals.get(0) : offer.hospital();
            bulk.add(
                    "hospital_invitation",
                    row(
                            "id", IdBytes.of(ids.next()),
                            "version", 0,
                            "hospital", hospital.organizationId(),
                            "startup", need.startup().organizationId(),
                            "offer", IdBytes.of(offer.id()),
                            "offer_revision", 1,
                            "need", IdBytes.of(need.id()),
                            "need_revision", 1,
                            "need_content", need.content(),
                            "status", states.get(i % states.size()),
                            "language", "ko",
                            "message", "저희 자료가 맞을 것 같아 먼저 연락드립니다.",
                            "verdict", "PERMIT",
                            "score", 40 + random.nextInt(60),
                            "to_startup", 50,
                            "to_hospital", 60,
                            "invited_at", moment(),
                            "answer_due", Date.valueOf(today.minusDays(random.nextInt(200))),
                            "answered_at", moment()));
        }
    }

    private void webhooks() throws SQLException {
        UUID endpoint = ids.next();
        bulk.add(
                "webhook_endpoint",
                row(
                        "id",
                        IdBytes.of(endpoint),
                        "version",
                        0,
                        "organization",
                        cast.startups.get(0).organizationId(),
                        "url",
                        "https://hooks.load.example/dari",
                        "kinds",
                        "introduction.accepted",
                        "secret_number",
                        1,
                        "state",
                        "PAUSED",
                        "made_at",
                        moment()));
        for (int i = 0; i < sizes.of(5000); i++) {
            bulk.add(
                    "webhook_delivery",
                    row(
                            "id",
                            IdBytes.of(ids.next()),
                            "version",
                            0,
                            "endpoint",
                            IdBytes.of(endpoint),
                            "message",
                            IdBytes.of(ids.next()),
                            "kind",
                            "introduction.accepted",
                            "payload",
                            "{}",
                            "state",
                            "DELIVERED",
                            "attempts",
                            1,
                            "answer",
                            200,
                            "made_at",
                            recent(),
                            "tried_at",
                            recent()));
        }
    }

    private void tokens() throws SQLException {
        for (int i = 0; i < sizes.of(60); i++) {
            bulk.add(
                    "api_token",
                    row(
                            "id", IdBytes.of(ids.next()),
                            "version", 0,
                            "account", cast.startups.get(0).personId(),
                            "organization", cast.startups.get(0).organizationId(),
                            "name", "야간 작업 " + i,
                            "scopes", "needs:read",
                            "token_hash", hash(1_000_000 + i),
                            "hint", "%04d".formatted(i),
                            "made_at", moment(),
                            "expires_at", moment(),
                            "revoked_at", moment()));
        }
    }

    /** As many as one hospital may keep: twenty boards, fifty answers. */
    private void boardsAndAnswers() throws SQLException {
        for (int i = 0; i < 20; i++) {
            bulk.add(
                    "hospital_board",
                    row(
                            "id",
                            IdBytes.of(ids.next()),
                            "version",
                            0,
                            "hospital",
                            cast.hospitals.get(0).organizationId(),
                            "place",
                            i + 1,
                            "kind",
                            "DRB",
                            "name_ko",
                            "데이터심의위원회 " + (i + 1),
                            "name_en",
                            "Data review board " + (i + 1),
                            "necessity",
                            "ALWAYS",
                            "contact",
                            "HOSPITAL_BOARD_SECRETARY",
                            "lead_days",
                            7,
                            "median_days",
                            10));
        }
        for (int i = 0; i < 50; i++) {
            bulk.add(
                    "answer_template",
                    row(
                            "id",
                            IdBytes.of(ids.next()),
                            "version",
                            0,
                            "organization",
                            cast.hospitals.get(0).organizationId(),
                            "kind",
                            i % 2 == 0 ? "ACCEPT" : "DECLINE",
                            "name",
                            "자주 쓰는 답 " + i,
                            "body_ko",
                            "관심 가져 주셔서 고맙습니다.",
                            "body_en",
                            "Thank you for your interest.",
                            "changed_at",
                            moment()));
        }
    }

    private void mandate(List<UUID> calls) throws SQLException {
        UUID mandate = ids.next();
        bulk.add(
                "audit_mandate",
                row(
                        "id", IdBytes.of(mandate),
                        "version", 0,
                        "auditor", cast.auditors.get(0).personId(),
                        "granted_by", cast.administrators.get(0).personId(),
                        "first_day", Date.valueOf(today.minusDays(10)),
                        "last_day", Date.valueOf(today.plusDays(3000)),
                        "reason", "정기 감사",
                        "granted_at", moment()));
        bulk.add(
                "audit_mandate_call",
                row("mandate", IdBytes.of(mandate), "program_call", IdBytes.of(calls.get(calls.size() - 1))));
    }

    private static byte[] hash(int number) {
        return ByteBuffer.allocate(32).putInt(number).array();
    }

    private Timestamp moment() {
        return Timestamp.from(ids.now());
    }

    private Timestamp recent() {
        return Timestamp.from(today.atStartOfDay(ZoneOffset.UTC).toInstant().minus(Duration.ofHours(1)));
    }
}
