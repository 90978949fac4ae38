package io.kucun.inventory.csv;

import java.util.List;

/**
 * A file that has been read.
 *
 * @param rows the rows of use
 * @param count how many rows it has, with the faulty ones
 * @param flaws what is wrong with it so far; an import adds what it finds, and raises all of it
 * @param digest SHA-256 over the file's bytes and its charset, in hexadecimal
 * @param <R> what a row has become
 */
public record Sheet<R>(List<R> rows, int count, Flaws flaws, String digest) {}
