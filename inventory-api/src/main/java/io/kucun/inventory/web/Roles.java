package io.kucun.inventory.web;

/** The roles that a token may carry. */
public final class Roles {
  public static final String ADMIN = "admin";
  public static final String WAREHOUSE = "warehouse";
  public static final String SALES = "sales";
  public static final String VIEWER = "viewer";

  private Roles() {}
}
