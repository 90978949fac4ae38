package io.kucun.inventory.product;

/**
 * A product that a row of a file brings.
 *
 * @param line where the row starts
 * @param product complete if the file has no flaw; of a faulty row at least the code
 */
record NewProduct(int line, Product product) {}
