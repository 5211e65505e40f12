package dari.admin.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The cheapest of the largest flows from a source to a sink, by successive shortest paths with potentials (Ahuja, Magnanti
 * and Orlin, Network Flows, 1993, section 9.7): Dijkstra's algorithm on reduced costs, one unit of flow a path. Our own,
 * because the libraries at hand want a feasible instance, while here the most interesting answer is what cannot be filled.
 * Costs are not negative. Equal paths are told apart by the order in which nodes and edges came, so the answer is always the
 * same.
 */
final class MinimumCostFlow {

    private static final long UNREACHED = Long.MAX_VALUE / 4;

    /** {@code back} is the index of the opposite edge in the list of {@code to}. */
    private static final class Edge {

        private final int to;
        private final int back;
        private final long cost;
        private final boolean forward;
        private int capacity;

        Edge(int to, int back, int capacity, long cost) {
            this.forward = capacity > 0;
            this.to = to;
            this.back = back;
            this.capacity = capacity;
            this.cost = cost;
        }
    }

    private record Reached(int node, long distance) {}

    private final List<List<Edge>> edges = new ArrayList<>();

    MinimumCostFlow(int nodes) {
        for (int i = 0; i < nodes; i++) {
            edges.add(new ArrayList<>());
        }
    }

    /** Adds an edge of capacity one. */
    void edge(int from, int to, long cost) {
        if (cost < 0) {
            throw new IllegalArgumentException("cost " + cost + " is negative");
        }
        edges.get(from).add(new Edge(to, edges.get(to).size(), 1, cost));
        edges.get(to).add(new Edge(from, edges.get(from).size() - 1, 0, -cost));
    }

    /** Fills the network. */
    void run(int source, int sink) {
        long[] potential = new long[edges.size()];
        Edge[] into = new Edge[edges.size()];
        int[] before = new int[edges.size()];
        while (true) {
            long[] distance = shortest(source, potential, into, before);
            if (distance[sink] >= UNREACHED) {
                return;
            }
            for (int node = 0; node < potential.length; node++) {
                potential[node] += Math.min(distance[node], distance[sink]);
            }
            for (int node = sink; node != source; node = before[node]) {
                into[node].capacity--;
                edges.get(node).get(into[node].back).capacity++;
            }
        }
    }

    /** The nodes to which flow goes from this one, in the order in which the edges were added. */
    List<Integer> flowFrom(int node) {
        return edges.get(node).stream()
                .filter(edge -> edge.forward && edge.capacity == 0)
                .map(edge -> edge.to)
                .toList();
    }

    private long[] shortest(int source, long[] potential, Edge[] into, int[] before) {
        long[] distance = new long[edges.size()];
        Arrays.fill(distance, UNREACHED);
        distance[source] = 0;
        PriorityQueue<Reached> open =
                new PriorityQueue<>(Comparator.comparingLong(Reached::distance).thenComparingInt(Reached::node));
        open.add(new Reached(source, 0));
        while (!open.isEmpty()) {
            Reached next = open.poll();
            int node = next.node();
            if (next.distance() > distance[node]) {
                continue;
            }
            for (Edge edge : edges.get(node)) {
                long reached = next.distance() + edge.cost + potential[node] - potential[edge.to];
                if (edge.capacity > 0 && reached < distance[edge.to]) {
                    distance[edge.to] = reached;
                    into[edge.to] = edge;
                    before[edge.to] = node;
                    open.add(new Reached(edge.to, reached));
                }
            }
        }
        return distance;
    }
}
