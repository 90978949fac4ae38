package io.kucun.inventory.product;

import io.kucun.inventory.web.QueryParameters;
import java.util.Optional;

/** How products are found by a part of their code or name, in every list that has products. */
public final class ProductWords {
  /** The name of the query parameter, and of the value in {@link #FOUND}. */
  public static final String PARAMETER = "search";

  /** The condition on table {@code product}: the grams choose the rows, the texts decide. */
  public static final String FOUND =
      "search_grams @> search_grams(:search, least(length(:search), 2))"
          + " and (strpos(code_key, :search) > 0 or strpos(name_key, :search) > 0)";

  private ProductWords() {}

  /** The text that is searched for, in the spelling that is stored. */
  public static Optional<String> of(QueryParameters query) {
    return query
        .text(PARAMETER)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(Products::keyOf);
  }
}
