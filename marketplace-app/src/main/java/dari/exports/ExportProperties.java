package dari.exports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of the desk.
 *
 * @param resultSize of one file of results
 * @param weightsSize of one model
 * @param files of one request
 * @param days that an approved export can be fetched
 * @param attestDays to attest that the copies of a revoked export were deleted
 */
@ConfigurationProperties("dari.exports")
record ExportProperties(
        @DefaultValue("20MB") DataSize resultSize,
        @DefaultValue("200MB") DataSize weightsSize,
        @DefaultValue("10") int files,
        @DefaultValue("14") int days,
        @DefaultValue("7") int attestDays) {

    public DataSize most(ExportKind kind) {
        return kind == ExportKind.WEIGHTS ? weightsSize : resultSize;
    }
}
