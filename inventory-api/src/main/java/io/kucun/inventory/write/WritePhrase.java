package io.kucun.inventory.write;

import io.kucun.inventory.web.Phrase;

/** What this package says. */
enum WritePhrase implements Phrase {
  MALFORMED_KEY(
      "{0} is sent once, with 1 to 255 visible ASCII characters.",
      "{0} 只能发送一次，且为 1 到 255 个可见 ASCII 字符。"),
  KEY_REUSED(
      "The key was first sent with another method, path, If-Match or body; use a new one.",
      "该键首次使用时的方法、路径、If-Match 或请求体与本次不同；请使用新的键。"),
  KEY_CONTENDED("Others use this key at the same time; try again.", "其他请求正在同时使用该键；请稍后重试。");

  private final String english;
  private final String chinese;

  WritePhrase(String english, String chinese) {
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
