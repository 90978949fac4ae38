package io.kucun.inventory.csv;

import io.kucun.inventory.web.Phrase;

/** What is said of files. */
enum CsvPhrase implements Phrase {
  SEND_CSV("Send a file as text/csv.", "请以 text/csv 发送文件。"),
  UNKNOWN_CHARSET(
      "The charset {0} is not taken; a file is in {1}.", "不支持字符集 {0}；文件须使用以下字符集之一：{1}。"),
  MALFORMED("Byte {1}, in line {2}, is not {0}.", "第 {2} 行的第 {1} 个字节（从文件开头计）不是合法的 {0}。"),
  FILE_BOUND("A file has at most {0} bytes.", "文件最多 {0} 字节。"),
  ROW_BOUND("A file has at most {0} rows.", "文件最多 {0} 行数据。"),
  CELL_BOUND("A cell has at most {0} characters; is a quote missing?", "单元格最多 {0} 个字符；是否缺少引号？"),
  COLUMN_BOUND("A row has at most {0} cells.", "一行最多 {0} 个单元格。"),
  STALLED("The client sent nothing for {0} seconds.", "客户端已有 {0} 秒未发送数据。"),
  TOO_LATE("The file did not arrive within {0} seconds.", "文件未能在 {0} 秒内传输完毕。"),
  OTHER_FILES("{0} files are being processed already; try again.", "已有 {0} 个文件正在处理；请稍后重试。"),
  NO_HEADER("The first row must name the columns.", "第一行必须是列名。"),
  UNKNOWN_COLUMN("There is no column {0}; known columns: {1}.", "没有名为 {0} 的列；支持的列：{1}。"),
  MISSING_COLUMN("The column {0} is missing.", "缺少列 {0}。"),
  REPEATED_COLUMN("The column {0} stands twice.", "列 {0} 重复出现。"),
  WIDTH("The row has {0} cells, the header {1}.", "该行有 {0} 个单元格，而标题行有 {1} 个。"),
  STRAY_QUOTE(
      "A quote stands outside a quoted cell; inside one it is written twice.",
      "引号出现在带引号的单元格之外；单元格内的引号须写两次。"),
  OPEN_QUOTE("The quote that begins here is never closed.", "此处开始的引号没有结束。"),
  NO_VALUE("{0} is missing.", "缺少 {0}。"),
  WHOLE_NUMBER("{0} must be a whole number in plain digits.", "{0} 必须是只含数字的整数。"),
  NUMBER("{0} must be a number such as 12.5.", "{0} 必须是数字，例如 12.5。");

  private final String english;
  private final String chinese;

  CsvPhrase(String english, String chinese) {
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
