package io.kucun.inventory.web;

import java.util.List;

/** The roles that a token may carry. */
public final class Roles {
  public static final String ADMIN = "admin";
  public static final String WAREHOUSE = "warehouse";
  public static final String SALES = "sales";
  public static final String VIEWER = "viewer";

  static final List<String> ALL = List.of(ADMIN, WAREHOUSE, SALES, VIEWER);

  private Roles() {}
}
