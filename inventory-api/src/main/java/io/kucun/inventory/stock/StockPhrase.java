package io.kucun.inventory.stock;

import io.kucun.inventory.web.Phrase;

/** What is said of lots. */
public enum StockPhrase implements Phrase {
  NO_LOT("There is no lot {0}.", "批次 {0} 不存在。"),
  LOT_RESERVED("The lot has {0} pieces, {1} of them reserved.", "该批次有 {0} 件，其中 {1} 件已预留。"),
  LOT_CHANGED("The lot has {0} pieces, expected were {1}.", "该批次有 {0} 件，而预期为 {1} 件。"),
  ZERO_DELTA("A delta of 0 changes nothing.", "delta 为 0 不会有任何变化。"),
  DELTA_OR_QUANTITY(
      "Send either delta, or quantity with expectedQuantity.",
      "请只发送 delta，或同时发送 quantity 与 expectedQuantity。"),
  STOCK_BOUND("The stock of a product has at most {0} pieces.", "一个产品的库存最多 {0} 件。"),
  NO_COUNT("There is no stock-take {0}.", "盘点单 {0} 不存在。"),
  COUNT_CLOSED("Stock-take {0} is {1}.", "盘点单 {0} 的状态为“{1}”。"),
  OPEN("open", "进行中"),
  SUBMITTED("submitted", "已提交"),
  CANCELLED("cancelled", "已取消"),
  LOT_ON_LINE("The lot stands in line {0} too.", "该批次与第 {0} 行重复。"),
  LOT_HAS_MOVED(
      "The lot has {0} pieces and movements; opening stock is for lots without any.",
      "该批次有 {0} 件且已有流水；期初库存只能设置没有流水的批次。"),
  LOT_TWICE("The lot stands twice in this request.", "该批次在此请求中重复出现。"),
  OUTSIDE_COUNT("Stock-take {0} does not cover this lot.", "盘点单 {0} 的范围不包含该批次。"),
  COUNT_FULL("A stock-take has at most {0} lines.", "一张盘点单最多 {0} 行。");

  private final String english;
  private final String chinese;

  StockPhrase(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  @Override
  public String english() {
    return english;
  }

  @Override
  public String chinese() {
    return chinese;
  }
}
