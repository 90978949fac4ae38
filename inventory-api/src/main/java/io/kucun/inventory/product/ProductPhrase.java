package io.kucun.inventory.product;

import io.kucun.inventory.web.Phrase;

/** What is said of products. */
public enum ProductPhrase implements Phrase {
  NO_PRODUCT("There is no product {0}.", "产品 {0} 不存在。"),
  NOT_ORDERED("{0} is archived and cannot be ordered.", "产品 {0} 已归档，不能下单。"),
  NO_NEW_STOCK(
      "{0} is archived and takes no new stock; returns are possible.", "产品 {0} 已归档，不能再入库；退货仍可入库。"),
  CODE_TAKEN(
      "The code {0} is taken; upper and lower case count as the same.", "编码 {0} 已被使用；编码不区分大小写。"),
  CODE_TWICE(
      "The code {0} stands on line {1} too, counted from 0; upper and lower case count as the same.",
      "编码 {0} 与第 {1} 行重复（行号从 0 起）；编码不区分大小写。"),
  CODE_ON_LINE(
      "The code {0} stands on line {1} too; upper and lower case count as the same.",
      "编码 {0} 与第 {1} 行重复；编码不区分大小写。"),
  JSON_OBJECT("{0} must be a JSON object as text.", "{0} 必须是文本形式的 JSON 对象。"),
  CODES_TAKEN_MEANWHILE(
      "One of the codes has been taken by somebody else meanwhile.", "其中一个编码刚被他人使用。"),
  RESERVED("{0} pieces of {1} are reserved.", "产品 {1} 有 {0} 件已预留。"),
  SEND_VERSION("Send If-Match with the version that you replace.", "请在 If-Match 请求头中给出要替换的版本。"),
  TOO_DEEP("{0} has at most {1} levels.", "{0} 最多嵌套 {1} 层。"),
  HALF_CHARACTER("{0} holds half of a character, which cannot be stored.", "{0} 含有不完整的字符，无法保存。"),
  TOO_LONG("{0} has at most {1} characters.", "{0} 最多 {1} 个字符。");

  private final String english;
  private final String chinese;

  ProductPhrase(String english, String chinese) {
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
