package io.kucun.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.web.Provocations.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@DisplayName("A problem")
class ProblemsTest {
  private static final String PRODUCTS = "/api/v1/products";
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  @Test
  @DisplayName("of each code is provoked here, or where it comes from")
  void complete() {
    Set<ProblemCode> provoked = EnumSet.copyOf(Provocations.ALL.keySet());
    assertThat(provoked).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(Provocations.ELSEWHERE)));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("is told in the language that the caller wants")
  void told(ProblemCode code) {
    Function<Caller, Response> provocation = Provocations.ALL.get(code);
    if (provocation == null) {
      assertThat(Provocations.ELSEWHERE).contains(code);
      return;
    }
    Response english = provocation.apply(new Caller("en-GB,de;q=0.5"));
    Response chinese = provocation.apply(new Caller("zh-CN,en;q=0.5"));
    assertProblem(english, code, "en", code.english());
    assertProblem(chinese, code, "zh-Hans", code.chinese());
    assertThat(HAN.matcher(english.path("detail")).find()).isFalse();
    assertThat(HAN.matcher(chinese.path("detail")).find()).isTrue();
  }

  private static void assertProblem(
      Response response, ProblemCode code, String language, String title) {
    response
        .then()
        .statusCode(code.status())
        .contentType("application/problem+json")
        .header("Content-Language", language)
        .header("Vary", "Accept-Language")
        .header("Cache-Control", "no-store");
    assertThat(response.<String>path("title")).isEqualTo(title);
    assertThat(response.<String>path("code")).isEqualTo(code.wire());
    assertThat(response.asString()).doesNotContainPattern("\\{\\d}");
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":5}|/name|name must be a text.|name 必须是文本。",
        "{\"piecesPerUnit\":\"4\"}|/piecesPerUnit|piecesPerUnit must be a whole number.|piecesPerUnit 必须是整数。",
        "{\"piecesPerUnit\":99999999999}|/piecesPerUnit|piecesPerUnit is a number that is too large.|piecesPerUnit 的数值过大。",
        "{\"weight\":true}|/weight|weight must be a number.|weight 必须是数字。",
        "{\"weight\":[]}|/weight|weight must be a number.|weight 必须是数字。",
        "{\"specifications\":[]}|/specifications|specifications must be an object.|specifications 必须是对象。",
        "{\"surprise\":1}|/surprise|There is no field surprise.|没有名为 surprise 的字段。",
        "[]|''|The body must be an object.|请求体 必须是对象。",
        "''|''|The body is missing.|缺少 请求体。"
      })
  @DisplayName("says which type is expected, and where")
  void types(String body, String pointer, String english, String chinese) {
    RequestSpecification product = As.admin().body(body);
    product.post(PRODUCTS).then().statusCode(400);
    Response told = new Caller("en").admin().body(body).post(PRODUCTS);
    assertThat(told.<String>path("errors[0].pointer")).isEqualTo(pointer);
    assertThat(told.<String>path("errors[0].message")).isEqualTo(english);
    assertThat(told.<String>path("detail")).isEqualTo(english);
    told = new Caller("zh").admin().body(body).post(PRODUCTS);
    assertThat(told.<String>path("errors[0].message")).isEqualTo(chinese);
  }

  @Test
  @DisplayName("of a line names the line")
  void lines() {
    String item = "{\"productId\":\"%s\",\"quantity\":%s,\"unitPrice\":%s}";
    String items =
        "{\"customerName\":\"Wang\",\"items\":[%s,%s]}"
            .formatted(
                item.formatted(UUID.randomUUID(), "1", "\"1\""),
                item.formatted(UUID.randomUUID(), "0", "\"1.23456\""));
    Response told = new Caller("en").admin().body(items).post("/api/v1/orders");
    assertThat(told.<String>path("detail")).isEqualTo("2 values are not valid.");
    assertThat(told.<Iterable<String>>path("errors.message"))
        .containsExactly(
            "items/1/quantity must be greater than 0.",
            "items/1/unitPrice must be a decimal number as text, at most ten digits before the"
                + " point and four after it.");
    String yes = item.formatted(UUID.randomUUID(), "1", "\"1\",\"allowMixedColors\":\"yes\"");
    told =
        new Caller("en")
            .admin()
            .body("{\"customerName\":\"Wang\",\"items\":[" + yes + "]}")
            .post("/api/v1/orders");
    assertThat(told.<String>path("detail"))
        .isEqualTo("items/0/allowMixedColors must be true or false.");
  }

  @Test
  @DisplayName("of access names the roles that do not suffice")
  void roles() {
    Response told = As.user("both", "viewer", "sales", "offline_access").body("{}").post(PRODUCTS);
    assertThat(told.<String>path("detail"))
        .isEqualTo("This needs another role than sales, viewer.");
    told = As.user("nobody", "offline_access").body("{}").post(PRODUCTS);
    assertThat(told.<String>path("detail"))
        .isEqualTo("The token carries no role that is known here.");
  }

  @Test
  @DisplayName("of an order calls its status by a word of the language")
  void words() {
    Response told = new Caller("zh").admin().post(Provocations.draft() + "/complete");
    assertThat(told.<String>path("detail")).contains("“草稿”", "“已完成”");
    told = new Caller("en").admin().post(Provocations.draft() + "/complete");
    assertThat(told.<String>path("detail")).endsWith(" is draft and cannot become completed.");
  }
}
