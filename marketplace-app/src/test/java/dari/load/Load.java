package dari.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Seeds a new directory, or walks over a seeded one: {@code scripts/load.sh} says how. */
final class Load {

    private static final int DONE = 0;
    private static final int TOO_SLOW = 1;
    private static final int WRONG_CALL = 2;

    private Load() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws Exception {
        if (arguments.size() < 2) {
            System.err.println("load: seed DIRECTORY [SHARE [SEED]] | walk DIRECTORY [ROUNDS [PART OF A PAGE'S NAME]]");
            return WRONG_CALL;
        }
        LoadHome home = new LoadHome(Path.of(arguments.get(1)));
        return switch (arguments.get(0)) {
            case "seed" -> seed(home, Double.parseDouble(at(arguments, 2, "1")), Long.parseLong(at(arguments, 3, "1")));
            case "walk" -> walk(home, Integer.parseInt(at(arguments, 2, "30")), at(arguments, 3, ""));
            default -> WRONG_CALL;
        };
    }

    private static int seed(LoadHome home, double share, long seed) throws Exception {
        if (home.isFilled()) {
            System.out.println(home.place() + " is filled already");
            return DONE;
        }
        Map<String, Long> written = new Seeding(new Sizes(share), seed).fill(home.begin());
        home.finish();
        written.forEach((table, rows) -> System.out.printf("%,10d  %s%n", rows, table));
        return DONE;
    }

    private static int walk(LoadHome home, int rounds, String only) throws Exception {
        if (!home.isFilled()) {
            System.err.println("load: " + home.place() + " was not filled by this command");
            return WRONG_CALL;
        }
        System.out.println(PageTimes.HEAD);
        CoresTime before = CoresTime.now();
        Duration limit = Walk.LIMIT;
        List<PageTimes> over = Walk.over(home.place(), rounds, only).stream()
                .filter(page -> page.isOver(limit))
                .toList();
        System.out.printf(
                "%nTaken from the two cores by others of their host: %s%n",
                CoresTime.now().takenSince(before));
        System.out.printf("Over %d ms at the 95th percentile: %d%n", limit.toMillis(), over.size());
        over.forEach(System.out::println);
        return over.isEmpty() ? DONE : TOO_SLOW;
    }

    private static String at(List<String> arguments, int place, String otherwise) {
        return arguments.size() > place ? arguments.get(place) : otherwise;
    }
}
