package io.kucun.inventory.order;

import io.kucun.inventory.web.Phrase;

/** What is said of orders. */
enum OrderPhrase implements Phrase {
  NO_ORDER("There is no order {0}.", "订单 {0} 不存在。"),
  FOREIGN_LOT("The product has no lot {0}.", "该产品没有批次 {0}。"),
  OTHER_COLOR("Lot {0} is of another colour.", "批次 {0} 是其他色号。"),
  OTHER_DATE("Lot {0} is of another production date.", "批次 {0} 是其他生产日期。"),
  NO_STEP("Order {0} is {1} and cannot become {2}.", "订单 {0} 的状态为“{1}”，不能变为“{2}”。"),

  DRAFT("draft", "草稿"),
  CONFIRMED("confirmed", "已确认"),
  SHIPPED("shipped", "已发货"),
  COMPLETED("completed", "已完成"),
  CANCELLED("cancelled", "已取消");

  private final String english;
  private final String chinese;

  OrderPhrase(String english, String chinese) {
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
