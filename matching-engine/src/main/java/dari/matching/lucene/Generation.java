package dari.matching.lucene;

import dari.matching.OfferSource.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Lucene index, served or still being filled. How far it came is part of each commit, so that content and position
 * are never apart, however the process ends.
 */
final class Generation implements Closeable {

    /**
     * What a commit says of itself.
     *
     * @param schema of which version and whose the content is
     */
    record Mark(String schema, Progress progress, boolean whole) {

        private static final String SCHEMA = "schema";
        private static final String POSITION = "position";
        private static final String LAST_OFFER = "lastOffer";
        private static final String WHOLE = "whole";

        /** The mark of the last commit, read without opening the index; empty when there is none. */
        static Optional<Mark> of(Directory directory) throws IOException {
            return DirectoryReader.indexExists(directory)
                    ? of(SegmentInfos.readLatestCommit(directory).getUserData())
                    : Optional.empty();
        }

        private static Optional<Mark> of(Map<String, String> data) {
            String schema = data.get(SCHEMA);
            String position = data.get(POSITION);
            return schema == null || position == null
                    ? Optional.empty()
                    : Optional.of(new Mark(
                            schema,
                            new Progress(Long.parseLong(position), data.get(LAST_OFFER)),
                            Boolean.parseBoolean(data.get(WHOLE))));
        }

        private Map<String, String> data() {
            Map<String, String> data = new TreeMap<>();
            data.put(SCHEMA, schema);
            data.put(POSITION, Long.toString(progress.position()));
            data.put(WHOLE, Boolean.toString(whole));
            String last = progress.lastOffer();
            if (last != null) {
                data.put(LAST_OFFER, last);
            }
            return data;
        }
    }

    private static final Logger log = LoggerFactory.getLogger(Generation.class);

    /** Room for what lies between two checkpoints, so that each writes one part. */
    private static final double FILLING_MEGABYTES = 64;

    /** Merges beside the writing; what fails there reaches the writer too, which says it to the caller. */
    private static final class BesideWriting extends ConcurrentMergeScheduler {

        @Override
        protected void handleMergeException(Throwable failure) {
            log.debug("a merge of the offer index failed", failure);
        }
    }

    private final long number;
    private final String schema;
    private final Directory directory;
    private final VectorsCodec codec = new VectorsCodec();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile Progress progress;

    Generation(long number, String schema, Directory directory) throws IOException {
        this.number = number;
        this.schema = schema;
        this.directory = directory;
        this.progress = Mark.of(directory).map(Mark::progress).orElse(Progress.whole(-1));
        this.writer = new IndexWriter(
                directory,
                new IndexWriterConfig(new WhitespaceAnalyzer()).setCodec(codec).setMergeScheduler(new BesideWriting()));
        try {
            this.searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            IOUtils.closeWhileHandlingException(writer::rollback);
            throw e;
        }
    }

    long number() {
        return number;
    }

    IndexWriter writer() {
        return writer;
    }

    Progress progress() {
        return progress;
    }

    /**
     * From here to {@link #fillWhole} nothing is merged: all is merged once in the end. The very first part has a graph of
     * its own, since a part that stays alone is not merged.
     */
    void startFilling() throws IOException {
        writer.getConfig().setMergePolicy(NoMergePolicy.INSTANCE);
        writer.getConfig().setRAMBufferSizeMB(FILLING_MEGABYTES);
        codec.withGraph(isEmpty());
    }

    private boolean isEmpty() {
        return writer.getDocStats().maxDoc == 0;
    }

    /** Makes what was written so far outlast this process, without anybody seeing it. */
    void checkpoint(Progress reached) throws IOException {
        commit(new Mark(schema, reached, false));
        codec.withGraph(isEmpty());
    }

    /** Makes one part of all, which is what searches are fastest on, and commits it. */
    void fillWhole(long position) throws IOException {
        writer.flush();
        codec.withGraph(true);
        writer.getConfig().setMergePolicy(new TieredMergePolicy());
        writer.getConfig().setRAMBufferSizeMB(IndexWriterConfig.DEFAULT_RAM_BUFFER_SIZE_MB);
        try {
            writer.forceMerge(1);
        } catch (IllegalStateException e) {
            if (writer.getTragicException() == null) {
                throw e;
            }
            throw new IOException(
                    "the parts could not be merged", e); // how Lucene says that a merge met a failing disk
        }
        commitWhole(position);
    }

    /** Makes what was written outlast this process and visible to the next search. */
    void commitWhole(long position) throws IOException {
        commit(new Mark(schema, Progress.whole(position), true));
        searchers.maybeRefreshBlocking();
    }

    private void commit(Mark mark) throws IOException {
        writer.setLiveCommitData(mark.data().entrySet());
        writer.commit();
        progress = mark.progress();
    }

    /** A searcher over what was last committed as whole; given back by {@code getIndexReader().decRef()}. */
    IndexSearcher acquire() throws IOException {
        return searchers.acquire();
    }

    /** Forgets what was not committed: a later start must find what the last commit says, and no more. */
    @Override
    public void close() throws IOException {
        IOUtils.close(searchers, writer::rollback, directory);
    }
}
