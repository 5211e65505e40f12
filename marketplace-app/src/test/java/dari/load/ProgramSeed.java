package dari.load;

import static dari.load.MarketSeed.row;

import dari.kernel.IdBytes;
import dari.load.MarketSeed.Needed;
import dari.load.MarketSeed.Offered;
import dari.load.Prototypes.Stage;
import dari.load.Prototypes.Staged;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Calls, and the applications to them at every stage, each with all that the application keeps of it. */
final class ProgramSeed {

    /** A call: how many applications (of 20,000) stand where, and whether its places are ranked. */
    private record Plan(String title, String titleEn, boolean open, boolean ranked, Map<Stage, Integer> applications) {}

    private static final List<Plan> CALLS = List.of(
            new Plan(
                    "의료 인공지능 데이터 바우처 1차",
                    "Medical AI data voucher, first round",
                    false,
                    false,
                    Map.of(Stage.APPROVED, 1500, Stage.REJECTED, 2500)),
            new Plan("지역 병원 협력 사업", "Regional hospitals", false, true, Map.of(Stage.REVIEWED, 3000)),
            new Plan(
                    "희귀질환 공동 연구",
                    "Rare diseases together",
                    false,
                    false,
                    Map.of(Stage.REVIEWED, 1200, Stage.VOTING, 500, Stage.APPROVED, 300, Stage.REJECTED, 300)),
            new Plan("영상 판독 보조 실증", "Reading aids in practice", false, true, Map.of(Stage.REVIEWED, 1700)),
            new Plan("소아 데이터 시범 사업", "Paediatric data pilot", true, false, Map.of(Stage.SUBMITTED, 1000)),
            new Plan(
                    "의료 인공지능 데이터 바우처 2차",
                    "Medical AI data voucher, second round",
                    true,
                    false,
                    Map.of(Stage.DRAFT, 2000, Stage.SUBMITTED, 1000, Stage.IN_REVIEW, 4000, Stage.REVIEWED, 1000)));

    /** A project that came of an approved application. */
    record Made(UUID id, Cast.Member startup, Cast.Member hospital) {}

    private static final int PANEL = 7;

    /** The applications of a ranked call that hold a place, and the first of the rest. */
    private static final int PLACES = 600;

    private static final int RESERVES = 400;

    private final BulkRows bulk;
    private final RandomGenerator random;
    private final SeededIds ids;
    private final Sizes sizes;
    private final LocalDate today;
    private final MarketSeed market;
    private final Map<Stage, Staged> prototypes;
    final List<Made> projects = new ArrayList<>();
    final List<UUID> calls = new ArrayList<>();
    private int introductions;
    private int receipts;

    ProgramSeed(
            BulkRows bulk,
            RandomGenerator random,
            SeededIds ids,
            Sizes sizes,
            LocalDate today,
            MarketSeed market,
            Map<Stage, Staged> prototypes) {
        this.bulk = bulk;
        this.random = random;
        this.ids = ids;
        this.sizes = sizes;
        this.today = today;
        this.market = market;
        this.prototypes = prototypes;
    }

    void write() throws SQLException {
        for (int i = 0; i < sizes.of(60); i++) {
            call(new Plan("지난 공모 " + (2015 + i / 6) + "-" + (i % 6 + 1), "Past call " + i, false, false, Map.of()));
        }
        for (Plan plan : CALLS) {
            call(plan);
        }
        // interest that has led to no application yet
        List<String> answers = List.of("INTERESTED", "MUTUAL", "DECLINED", "EXPIRED");
        for (int i = 0; i < sizes.of(40_000); i++) {
            introduction(answers.get(i % answers.size()));
        }
    }

    private void call(Plan plan) throws SQLException {
        Staged first = staged(Stage.SUBMITTED);
        UUID call = ids.next();
        calls.add(call);
        UUID old = first.call().ids("program_call", "id").get(0);
        Cast.Member administrator = market.cast.administrators.get(1);
        Map<UUID, UUID> others = new HashMap<>(Map.of(old, call));
        others.put(first.administrator().actor().user().value(), administrator.person());
        others.put(first.administrator().organization().id().value(), administrator.organization());
        first.call().copy(bulk, ids::next, others, (table, column, value) -> switch (table + "." + column) {
            case "program_call.title_ko" -> plan.title;
            case "program_call.title_en" -> plan.titleEn;
            case "program_call.status" -> plan.open ? "OPEN" : "CLOSED";
            case "program_call.deadline" -> Date.valueOf(today.plusDays(plan.open ? 60 : -90));
            default -> value == null || !column.endsWith("_at") ? fresh(table, column, value) : moment();
        });
        List<Cast.Member> panel = market.cast.panel(random, PANEL, 100);
        bulk.add(
                "panel",
                row(
                        "id", IdBytes.of(ids.next()),
                        "version", 0,
                        "program_call", IdBytes.of(call),
                        "quorum", 4,
                        "vote_days", 30,
                        "appeal_days", 14,
                        "created_at", moment()));
        for (Cast.Member member : panel) {
            bulk.add(
                    "panel_member",
                    row(
                            "id", IdBytes.of(ids.next()),
                            "version", 0,
                            "program_call", IdBytes.of(call),
                            "person", member.personId(),
                            "chair", member.equals(panel.get(0)),
                            "appointed_at", moment()));
        }
        int place = 0;
        for (Stage stage : Stage.values()) {
            for (int i = 0;
                    i < (plan.applications.containsKey(stage) ? sizes.of(plan.applications.get(stage)) : 0);
                    i++) {
                UUID application = application(call, stage, panel, plan);
                if (plan.ranked) {
                    ranked(call, application, ++place);
                }
            }
        }
    }

    private UUID application(UUID call, Stage stage, List<Cast.Member> panel, Plan plan) throws SQLException {
        Staged staged = staged(stage);
        Prototype prototype = staged.application();
        Pair pair = pair();
        UUID application = ids.next();
        Map<UUID, UUID> others = pair.others(staged);
        others.put(prototype.ids("application", "id").get(0), application);
        others.put(staged.call().ids("program_call", "id").get(0), call);
        List<Cast.Member> reviewers = market.cast.panel(random, 4, 5);
        List<UUID> asked = prototype.ids("review", "reviewer");
        for (int i = 0; i < asked.size(); i++) {
            others.put(asked.get(i), reviewers.get(i).person());
        }
        List<UUID> voters = prototype.ids("panel_vote", "person");
        for (int i = 0; i < voters.size(); i++) {
            others.put(voters.get(i), panel.get(panel.size() - 1 - i).person());
        }
        for (UUID project : prototype.ids("project", "id")) {
            UUID copied = ids.next();
            others.put(project, copied);
            projects.add(new Made(copied, pair.need.startup(), pair.offer.hospital()));
        }
        boolean waiting = stage == Stage.IN_REVIEW || stage == Stage.VOTING || stage == Stage.APPROVED;
        Duration age = Duration.ofDays(random.nextInt(waiting ? 20 : 300));
        String number = "L-%d-%05d".formatted(today.getYear(), projects.size());
        String points = "benefit=%d;need=%d;plan=%d;team=%d";
        boolean paid = random.nextInt(100) < 60;
        prototype.copy(bulk, ids::next, others, (table, column, value) -> switch (table + "." + column) {
            case "application.offer_title",
                    "application.offer_title_en",
                    "hospital_decision.offer_title",
                    "project.title" -> pair.offer.title();
            case "application.need_title" -> pair.need.title();
            case "introduction.need_content" -> pair.need.content();
            case "application_submission.receipt" -> "D-20260101-%010X".formatted(++receipts);
            case "project.number" -> number;
            case "project.call_title" -> plan.title;
            case "project.call_title_en" -> plan.titleEn;
            case "invoice.status" -> paid ? "PAID" : value;
            case "invoice.paid_at" -> paid ? moment() : null;
            case "invoice.number", "invoice.tax_invoice" -> null; // a hospital gives each number once
            case "review.scores" ->
                value == null || !value.toString().contains("need")
                        ? value
                        : points.formatted(score(), score(), score(), score());
            default -> older(fresh(table, column, value), age);
        });
        return application;
    }

    private int score() {
        return 1 + random.nextInt(5);
    }

    private void introduction(String status) throws SQLException {
        Staged staged = staged(Stage.DRAFT);
        Pair pair = pair();
        Duration age = Duration.ofDays(random.nextInt(status.equals("INTERESTED") ? 10 : 300));
        UUID id = ids.next();
        Map<UUID, UUID> others = pair.others(staged);
        others.put(staged.application().ids("introduction", "id").get(0), id);
        staged.application()
                .only("introduction", "introduction_message")
                .copy(bulk, ids::next, others, (table, column, value) -> switch (table + "." + column) {
                    case "introduction.need_content" -> pair.need.content();
                    case "introduction.status" -> status;
                    case "introduction.answered_at" -> status.equals("INTERESTED") ? null : moment();
                    default -> older(value, age);
                });
        market.history(pair.need.startup(), "introduction.declared", "introduction", id, "{}");
    }

    private void ranked(UUID call, UUID application, int place) throws SQLException {
        boolean offered = place <= sizes.of(PLACES);
        boolean reserve = !offered && place <= sizes.of(PLACES + RESERVES);
        bulk.add(
                "ranked_place",
                row(
                        "id",
                        IdBytes.of(ids.next()),
                        "version",
                        0,
                        "program_call",
                        IdBytes.of(call),
                        "application",
                        IdBytes.of(application),
                        "place_no",
                        place,
                        "points",
                        Math.max(10, 100 - place / 40.0),
                        "state",
                        offered ? "ACCEPTED" : reserve ? "RESERVE" : "BELOW",
                        "accept_by",
                        offered ? Date.valueOf(today.plusDays(10)) : null,
                        "answered_at",
                        offered ? moment() : null,
                        "refilled",
                        false,
                        "published",
                        true,
                        "decided_by",
                        market.cast.administrators.get(1).personId()));
        bulk.add(
                "letter",
                row(
                        "id",
                        IdBytes.of(ids.next()),
                        "version",
                        0,
                        "program_call",
                        IdBytes.of(call),
                        "application",
                        IdBytes.of(application),
                        "kind",
                        offered ? "APPROVED" : reserve ? "WAITLISTED" : "REJECTED",
                        "subject_ko",
                        "심사 결과를 알려 드립니다",
                        "body_ko",
                        "위원회가 순위표를 확정했습니다. 자세한 점수는 신청 화면에 있습니다.",
                        "subject_en",
                        "The result of your application",
                        "body_en",
                        "The panel has confirmed the ranked list. Your application's page has the scores.",
                        "sent_at",
                        moment()));
        if (place <= 60) {
            bulk.add(
                    "presentation_slot",
                    row(
                            "id",
                            IdBytes.of(ids.next()),
                            "version",
                            0,
                            "program_call",
                            IdBytes.of(call),
                            "application",
                            IdBytes.of(application),
                            "slot_no",
                            place,
                            "starts_at",
                            Timestamp.from(ids.now().plus(Duration.ofMinutes(20L * place))),
                            "minutes",
                            20,
                            "place",
                            "대회의실",
                            "sequence_no",
                            0));
        }
    }

    /** A startup's need and the offer it is about: never the same two again. */
    private record Pair(Offered offer, Needed need) {

        Map<UUID, UUID> others(Staged staged) {
            Map<UUID, UUID> others = new HashMap<>();
            others.put(
                    staged.startup().organization().id().value(), need.startup().organization());
            others.put(staged.startup().actor().user().value(), need.startup().person());
            others.put(
                    staged.hospital().organization().id().value(),
                    offer.hospital().organization());
            others.put(
                    staged.hospital().actor().user().value(), offer.hospital().person());
            others.put(staged.application().ids("introduction", "offer").get(0), offer.id());
            others.put(staged.application().ids("introduction", "need").get(0), need.id());
            return others;
        }
    }

    private Pair pair() {
        return new Pair(
                market.offers.get(introductions++ % market.offers.size()),
                market.needs.get(random.nextInt(market.needs.size())));
    }

    private Staged staged(Stage stage) {
        Staged found = prototypes.get(stage);
        if (found == null) {
            throw new IllegalStateException("no prototype of " + stage);
        }
        return found;
    }

    /** Rows of the history get their place in the chain when they are sealed. */
    private static @Nullable Object fresh(String table, String column, @Nullable Object value) {
        boolean ofChain = List.of("position", "chain_hash", "content_digest").contains(column);
        return table.equals("history") && ofChain ? null : value;
    }

    private static @Nullable Object older(@Nullable Object value, Duration age) {
        if (value instanceof Timestamp moment) {
            return Timestamp.from(moment.toInstant().minus(age));
        }
        if (value instanceof Date day && day.toLocalDate().getYear() < 2090) {
            return Date.valueOf(day.toLocalDate().minusDays(age.toDays()));
        }
        return value;
    }

    private Timestamp moment() {
        return Timestamp.from(ids.now());
    }
}
