/**
 * Files of comma-separated values over HTTP: rows in, rows out.
 *
 * <p>Invariants: a file is read while it arrives, strictly in its announced charset, and never kept
 * as a whole; its rows, cells, bytes, time and the number of files at once are bounded, see {@link
 * io.kucun.inventory.csv.CsvLimits}; every faulty row is told by its line. A file that is sent is
 * read from the database in batches, one at a time and only when the client has taken the one
 * before. Nothing here knows what a row means: resources bring a {@link
 * io.kucun.inventory.csv.RowReader} or {@link io.kucun.inventory.csv.Batches}. State of a file is
 * confined to its request's event loop. May import {@code web}.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.csv;
