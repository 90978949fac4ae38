package io.kucun.inventory.cache;

/**
 * The namespaces of cached reads. A name is also a tag, that every entry of the namespace has: a
 * write of very many things touches it instead of a tag for each of them.
 */
public final class Namespaces {
  public static final String PRODUCT_LISTS = "products:list";
  public static final String PRODUCT_DETAILS = "products:detail";
  public static final String LOT_LISTS = "inventory:list";
  public static final String STOCK_SUMMARIES = "inventory:summary";

  private Namespaces() {}
}
