package io.kucun.local.demo;

import java.util.List;

/**
 * A tile of the demo catalogue.
 *
 * @param lots the stock it starts with
 */
record DemoTile(
    String code,
    String name,
    String specification,
    String surface,
    String unit,
    int piecesPerUnit,
    double weight,
    int lowStockThreshold,
    List<DemoLot> lots) {

  static final List<DemoTile> ALL =
      List.of(
          tile(
              "T800-01",
              "抛光砖 云灰 Polished tile, cloud grey",
              "800x800",
              "polished",
              4,
              26.5,
              80,
              lot("A01", "2026-03-12", 480),
              lot("A01", "2026-06-02", 320),
              lot("A02", "2026-06-02", 160)),
          tile(
              "T800-02",
              "柔光大板 米白 Soft-light slab, ivory",
              "800x800",
              "soft-light",
              4,
              26.0,
              60,
              lot("B10", "2026-04-20", 240),
              lot("B11", "2026-07-15", 240)),
          tile(
              "T600-01",
              "仿古砖 赭石 Rustic tile, ochre",
              "600x600",
              "matt",
              4,
              15.8,
              60,
              lot("C03", "2026-02-08", 300),
              lot("C03", "2026-08-01", 120)),
          tile(
              "T600-02",
              "通体砖 深灰 Full-body tile, dark grey",
              "600x600",
              "matt",
              4,
              16.2,
              60,
              lot("D01", "2026-05-30", 420)),
          tile(
              "W300-01",
              "釉面墙砖 亮白 Glazed wall tile, bright white",
              "300x600",
              "glossy",
              8,
              11.4,
              100,
              lot("W00", "2026-01-19", 900),
              lot("W01", "2026-05-11", 600)),
          tile(
              "W300-02",
              "釉面墙砖 浅蓝 Glazed wall tile, pale blue",
              "300x600",
              "glossy",
              8,
              11.4,
              100,
              lot("L05", "2026-03-03", 260)),
          tile(
              "M030-01",
              "马赛克 海蓝 Mosaic, sea blue",
              "300x300",
              "glass",
              11,
              9.6,
              40,
              lot("S12", "2026-02-27", 180),
              lot("S13", "2026-06-18", 90)),
          tile(
              "M030-02",
              "六角砖 黑白 Hexagon, black and white",
              "260x300",
              "matt",
              14,
              13.0,
              40,
              lot("H01", "2026-04-09", 150)),
          tile(
              "G120-01",
              "岩板 卡拉拉 Sintered stone, Carrara",
              "1200x2400",
              "polished",
              1,
              62.0,
              10,
              lot("K01", "2026-05-05", 36),
              lot("K02", "2026-07-21", 24)),
          tile(
              "P600-01",
              "木纹砖 橡木 Wood-look tile, oak",
              "200x1200",
              "structured",
              6,
              21.7,
              60,
              lot("O07", "2026-06-30", 310)),
          tile(
              "S080-01",
              "踢脚线 云灰 Skirting, cloud grey",
              "80x800",
              "polished",
              12,
              7.2,
              50,
              lot("A01", "2026-03-12", 240)),
          tile(
              "X150-01",
              "花砖 葡萄牙 Patterned tile, Portugal",
              "200x200",
              "matt",
              26,
              18.1,
              30,
              lot("P21", "2026-07-02", 25)));

  private static DemoTile tile(
      String code,
      String name,
      String specification,
      String surface,
      int pieces,
      double weight,
      int threshold,
      DemoLot... lots) {
    String unit = code.startsWith("S") ? "strip" : code.startsWith("G") ? "sheet" : "piece";
    return new DemoTile(
        code, name, specification, surface, unit, pieces, weight, threshold, List.of(lots));
  }

  private static DemoLot lot(String colorCode, String productionDate, int quantity) {
    return new DemoLot(colorCode, productionDate, quantity);
  }
}
