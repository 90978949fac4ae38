package io.kucun.local.replay;

import io.kucun.local.client.Api;
import io.kucun.local.client.ClientException;
import java.util.Optional;

/** Goods that come back, as inbound of the type return. */
final class Returns {
  private final Api api;
  private final Products products;
  private final Tally tally;

  Returns(Api api, Products products, Tally tally) {
    this.api = api;
    this.products = products;
    this.tally = tally;
  }

  void take(Line.Return line) {
    Optional<String> id = products.id(line.goods().key());
    if (id.isEmpty()) {
      tally.skip(line.number(), SkipReason.ARCHIVED, line.goods().code());
      return;
    }
    String what = "return of " + line.goods().code() + ", line " + line.number();
    try {
      api.post(
              "inventory/inbound",
              Products.inbound(id.get(), line.quantity(), "return", "invoice " + line.invoice()))
          .orThrow(what);
      tally.returned();
    } catch (ClientException e) {
      tally.failed(1, String.valueOf(e.getMessage()));
    }
  }
}
