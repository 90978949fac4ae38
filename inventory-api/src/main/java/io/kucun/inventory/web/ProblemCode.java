package io.kucun.inventory.web;

import java.util.Locale;

/**
 * The stable codes of problems: clients may branch on them, so they are never renamed. As a phrase,
 * a code is its title.
 */
public enum ProblemCode implements Phrase {
  VALIDATION(400, "The request is not valid", "请求无效"),
  MALFORMED_JSON(400, "The body is not well-formed JSON", "请求体不是格式正确的 JSON"),
  UNKNOWN_PARAMETER(400, "A query parameter is not known here", "此处不支持某个查询参数"),
  INVALID_CURSOR(400, "The cursor is not one of this list", "游标不属于此列表"),
  CSV_CHARSET(400, "The file is not in the announced charset", "文件内容与声明的字符集不符"),
  CSV_INVALID(400, "The file has rows that are not valid", "文件中有无效的行"),
  UNAUTHENTICATED(401, "A valid bearer token is needed", "需要有效的 Bearer 令牌"),
  FORBIDDEN(403, "Your role does not allow this", "您的角色无权执行此操作"),
  NOT_FOUND(404, "There is no such resource", "资源不存在"),
  METHOD_NOT_ALLOWED(405, "The resource does not take this method", "该资源不支持此请求方法"),
  NOT_ACCEPTABLE(406, "The resource has no such representation", "该资源没有所要求的表示形式"),
  REQUEST_TIMEOUT(408, "The request did not arrive in time", "请求未能及时传输完毕"),
  INSUFFICIENT_STOCK(409, "There is less available than requested", "可用库存不足"),
  DUPLICATE_CODE(409, "A product with this code exists", "产品编码已存在"),
  QUANTITY_CHANGED(409, "The quantity is no longer the expected one", "数量已不是预期的数量"),
  BELOW_RESERVED(409, "The quantity would fall below what is reserved", "数量将低于已预留的数量"),
  ORDER_STATE(409, "The order's status does not allow this", "订单的当前状态不允许此操作"),
  COUNT_STATE(409, "The stock-take's status does not allow this", "盘点单的当前状态不允许此操作"),
  PRODUCT_ARCHIVED(409, "The product is archived", "产品已归档"),
  HAS_RESERVATIONS(409, "Stock of the product is reserved", "该产品有已预留的库存"),
  BUSY(409, "Others hold what this request needs", "所需的数据正被其他请求占用"),
  EVENTS_TRIMMED(410, "Events after this position are no longer kept", "该位置之后的事件已不再保留"),
  LENGTH_REQUIRED(411, "The body's length must be announced", "必须声明请求体的长度"),
  PRECONDITION_FAILED(412, "The resource has changed", "资源已被修改"),
  PAYLOAD_TOO_LARGE(413, "The body is too large", "请求体过大"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not taken here", "不支持该请求体的媒体类型"),
  IDEMPOTENCY_KEY_REUSED(
      422, "The Idempotency-Key was used for another request", "该 Idempotency-Key 已用于其他请求"),
  PRECONDITION_REQUIRED(428, "If-Match is needed", "需要 If-Match 请求头"),
  TOO_MANY_REQUESTS(429, "There are too many requests", "请求过多"),
  INTERNAL(500, "Something went wrong on our side", "服务器内部出错"),
  UNAVAILABLE(503, "The service cannot answer right now", "服务暂时不可用");

  private final int status;
  private final String english;
  private final String chinese;

  ProblemCode(int status, String english, String chinese) {
    this.status = status;
    this.english = english;
    this.chinese = chinese;
  }

  /** What a lower layer means that refuses with just a status. */
  static ProblemCode of(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 413 -> PAYLOAD_TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      default -> status < 500 ? VALIDATION : INTERNAL;
    };
  }

  /** The HTTP status that goes with this code. */
  public int status() {
    return status;
  }

  /** The code as it stands on the wire, in lower case. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
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
