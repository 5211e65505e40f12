package dari.admin.figures;

import java.io.IOException;
import java.io.Writer;

/** The figures as one long table: {@code figure,item,measure,value}. */
final class FigureFile {

    private FigureFile() {}

    static void write(CallFigures figures, Writer out) throws IOException {
        CsvLine.write(out, "figure", "item", "measure", "value");
        for (CallFigures.Stage stage : figures.funnel()) {
            CsvLine.write(out, "funnel", stage.code(), "applications", stage.count());
        }
        for (CallFigures.StepTime step : figures.steps()) {
            CsvLine.write(out, "step", step.code(), "cases", step.cases());
            CsvLine.write(out, "step", step.code(), "median_days", step.median());
            CsvLine.write(out, "step", step.code(), "p90_days", step.ninth());
        }
        for (CallFigures.ReviewerLoad reviewer : figures.reviewers()) {
            CsvLine.write(out, "reviewer", reviewer.name(), "open", reviewer.open());
            CsvLine.write(out, "reviewer", reviewer.name(), "submitted", reviewer.submitted());
            CsvLine.write(out, "reviewer", reviewer.name(), "conflicted", reviewer.conflicted());
        }
        for (CallFigures.Region region : figures.regions()) {
            String item = region.code().isEmpty() ? "unknown" : region.code();
            CsvLine.write(out, region.side() + "-region", item, "submitted", region.submitted());
            CsvLine.write(out, region.side() + "-region", item, "approved", region.approved());
        }
        CsvLine.write(out, "money", "budget", "won", figures.money().budget());
        CsvLine.write(out, "money", "voucher", "won", figures.money().voucher());
        CsvLine.write(out, "money", "own", "won", figures.money().own());
        CsvLine.write(out, "money", "paid", "won", figures.money().paid());
        CsvLine.write(out, "money", "projects", "count", figures.money().projects());
    }
}
