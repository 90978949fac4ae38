package io.kucun.inventory.csv;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** The rows of a file that is sent, a bounded number of them at a time. */
public interface Batches {
  /** The next rows; an empty list ends the file. Asked again only after the answer. */
  Uni<List<CsvLine>> next();
}
