package io.kucun.inventory.web;

/** What this package says. */
enum WebPhrase implements Phrase {
  SEVERAL_FLAWS("{0} values are not valid.", "有 {0} 个值无效。"),
  SHORT_LINE("Requested {0}, available {1}.", "需要 {0}，可用 {1}。"),
  SHORT_LINES("Requested {0}, available {1}; and {2} more lines.", "需要 {0}，可用 {1}；另有 {2} 行库存不足。"),

  THE_BODY("The body", "请求体"),
  UNKNOWN_FIELD("There is no field {0}.", "没有名为 {0} 的字段。"),
  NOT_A_WHOLE_NUMBER("{0} must be a whole number.", "{0} 必须是整数。"),
  NOT_A_NUMBER("{0} must be a number.", "{0} 必须是数字。"),
  NOT_A_TEXT("{0} must be a text.", "{0} 必须是文本。"),
  NOT_A_BOOLEAN("{0} must be true or false.", "{0} 必须是 true 或 false。"),
  NOT_A_UUID("{0} must be a UUID.", "{0} 必须是 UUID。"),
  NOT_AN_INSTANT(
      "{0} must be a moment such as 2026-05-01T08:00:00Z.", "{0} 必须是时间，例如 2026-05-01T08:00:00Z。"),
  NOT_AN_ARRAY("{0} must be an array.", "{0} 必须是数组。"),
  NOT_AN_OBJECT("{0} must be an object.", "{0} 必须是对象。"),
  INVALID_VALUE("{0} is not valid.", "{0} 的值无效。"),
  NUMBER_TOO_LARGE("{0} is a number that is too large.", "{0} 的数值过大。"),
  PARSER_BOUND("A number, a name or the nesting is too long.", "数字、名称过长或嵌套过深。"),
  NOT_JSON("Not JSON.", "不是 JSON。"),
  NOT_JSON_AT("Not JSON at line {0}, column {1}.", "第 {0} 行第 {1} 列不是合法的 JSON。"),
  FIELD_TWICE(
      "At line {0}, column {1}, the field \"{2}\" stands twice.", "第 {0} 行第 {1} 列：字段“{2}”重复出现。"),
  NOT_UTF_8("The body is not UTF-8.", "请求体不是 UTF-8 编码。"),

  REPEATED("{0} stands twice.", "{0} 重复出现。"),
  NO_PARAMETERS(
      "{0} is not known; this resource takes no query parameters.", "不支持参数 {0}；该资源不接受查询参数。"),
  KNOWN_PARAMETERS("{0} is not known; known parameters: {1}.", "不支持参数 {0}；支持的参数：{1}。"),
  PARAMETER_TEXT(
      "{0} has at most {1} characters, none of them a control character.",
      "{0} 最多 {1} 个字符，且不能包含控制字符。"),
  PARAMETER_INTEGER("{0} is a whole number from {1} to {2}.", "{0} 必须是 {1} 到 {2} 的整数。"),
  PAGE_OR_CURSOR("Send page or cursor, not both.", "page 与 cursor 只能使用其中之一。"),
  CURSOR_OF_ANOTHER_LIST(
      "Send a nextCursor as it was given, with the filters and the order that it was given for.",
      "请原样使用返回的 nextCursor，并保持当时的筛选条件和排序方式。"),
  ONE_OF("{0} is one of {1}.", "{0} 必须是以下之一：{1}。"),
  MISSING("{0} is missing.", "缺少 {0}。"),
  BLANK("{0} must not be blank.", "{0} 不能为空白。"),
  EMPTY("{0} must not be empty.", "{0} 不能为空。"),
  TOO_LONG("{0} has at most {1} characters.", "{0} 最多 {1} 个字符。"),
  CHARACTERS("{0} has {1} to {2} characters.", "{0} 的长度必须为 {1} 到 {2} 个字符。"),
  TOO_MANY("{0} has at most {1} entries.", "{0} 最多 {1} 项。"),
  ENTRIES("{0} has {1} to {2} entries.", "{0} 必须有 {1} 到 {2} 项。"),
  AT_LEAST("{0} must be at least {1}.", "{0} 不能小于 {1}。"),
  AT_MOST("{0} must be at most {1}.", "{0} 不能大于 {1}。"),
  POSITIVE("{0} must be greater than 0.", "{0} 必须大于 0。"),
  DIGITS(
      "{0} has at most {1} digits before the decimal point and {2} after it.",
      "{0} 的小数点前最多 {1} 位，小数点后最多 {2} 位。"),
  CONTROLS("{0} must not hold control characters.", "{0} 不能包含控制字符。"),
  PRINTABLE("{0} must be printable, without blanks around it.", "{0} 只能包含可打印字符，且首尾不能有空格。"),
  DECIMAL_TEXT(
      "{0} must be a decimal number as text, at most ten digits before the point and four after it.",
      "{0} 必须是文本形式的小数，小数点前最多十位，小数点后最多四位。"),
  DATE("A date is written yyyy-mm-dd, from {0} on.", "日期格式为 yyyy-mm-dd，且不早于 {0} 年。"),

  SEND_LENGTH("Send Content-Length.", "请发送 Content-Length 请求头。"),
  BODY_BOUND("A body has at most {0} bytes.", "请求体最多 {0} 字节。"),
  SEND_TOKEN("Send a token of the issuer.", "请发送由认证服务签发的令牌。"),
  SEND_ANOTHER_TOKEN(
      "The token is not valid here, or no longer: send a new one of the issuer.",
      "该令牌在此处无效或已过期：请发送由认证服务签发的新令牌。"),
  ISSUER_AWAY("The issuer of tokens cannot be reached.", "无法连接到令牌签发服务。"),
  OTHER_ROLE("This needs another role than {0}.", "此操作需要 {0} 以外的角色。"),
  NO_ROLE("The token carries no role that is known here.", "令牌不含此处认可的角色。"),
  LOCK_WAIT(
      "Other requests hold what this one needs for too long; try again.",
      "此请求所需的数据被其他请求占用过久；请稍后重试。"),
  TOO_SLOW("The database took too long; try again.", "数据库响应时间过长；请稍后重试。"),
  PART_AWAY("A part that this request needs cannot be reached.", "此请求所需的组件暂时无法连接。"),
  LOGGED("It has been logged.", "错误已记录。"),
  EMPTY_HEADER("{0} is empty: give it a value, or leave it out.", "请求头 {0} 为空：请给出值，或不要发送该请求头。"),
  CURRENT_VERSION("The current version is {0}.", "当前版本为 {0}。"),
  SENTENCE("{0}.", "{0}。");

  private final String english;
  private final String chinese;

  WebPhrase(String english, String chinese) {
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
