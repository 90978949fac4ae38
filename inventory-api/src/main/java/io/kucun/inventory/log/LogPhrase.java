package io.kucun.inventory.log;

import io.kucun.inventory.web.Phrase;

/** What is said of positions in the event log. */
enum LogPhrase implements Phrase {
  WHICH_CHANNEL("{0} is missing: one of {1}.", "缺少 {0}：必须是以下之一：{1}。"),
  NOT_A_POSITION("{0} is a position such as e1:99.", "{0} 必须是位置，例如 e1:99。"),
  TRIMMED(
      "Events behind {0} have been deleted; the oldest that are kept come behind {1}."
          + " Read the state anew and go on from its Kucun-Position.",
      "{0} 之后的事件已被删除；现存最早的事件在 {1} 之后。请重新读取全部状态，并从其 Kucun-Position 继续。"),
  OTHER_EPOCH(
      "{0} is of another numbering: the epoch is {1} now."
          + " Read the state anew and go on from its Kucun-Position.",
      "{0} 属于另一编号：当前 epoch 为 {1}。请重新读取全部状态，并从其 Kucun-Position 继续。"),
  AHEAD(
      "No event was ever numbered as high as {0}."
          + " Read the state anew and go on from its Kucun-Position.",
      "从未有事件的编号达到 {0}。请重新读取全部状态，并从其 Kucun-Position 继续。");

  private final String english;
  private final String chinese;

  LogPhrase(String english, String chinese) {
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
