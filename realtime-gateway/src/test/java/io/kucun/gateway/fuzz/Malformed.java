package io.kucun.gateway.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Ways to break a frame or a message, and how the gateway may take each. */
public enum Malformed {
  BINARY(4400) {
    @Override
    void write(Frames to, Random random) {
      to.frame(Frames.FIN | 2, some(random, 100));
    }
  },
  BINARY_IN_PARTS(4400) {
    @Override
    void write(Frames to, Random random) {
      to.frame(2, new byte[random.nextInt(2) * 50]).frame(Frames.FIN, some(random, 100));
    }
  },
  CONTINUATION_OF_NOTHING(4400) {
    @Override
    void write(Frames to, Random random) {
      to.frame(random.nextBoolean() ? Frames.FIN : 0, some(random, 100));
    }
  },
  MESSAGE_WITHIN_A_MESSAGE(4400) {
    @Override
    void write(Frames to, Random random) {
      to.frame(1, ascii("{")).frame(Frames.FIN | 1, ascii("{}"));
    }
  },
  LONG_CONTROL(4400) {
    @Override
    void write(Frames to, Random random) {
      to.frame(Frames.FIN | (8 + random.nextInt(3)), new byte[126 + random.nextInt(1000)]);
    }
  },
  CONTROL_IN_PARTS(4400) {
    @Override
    void write(Frames to, Random random) {
      to.frame(8 + random.nextInt(3), some(random, 100)).frame(Frames.FIN, some(random, 10));
    }
  },
  RESERVED_BITS(4400) {
    @Override
    void write(Frames to, Random random) {
      int reserved = (1 + random.nextInt(7)) << 4;
      to.frame(Frames.FIN | reserved | 1, ascii("{}"));
    }
  },
  UNKNOWN_OPCODE(4400) {
    @Override
    void write(Frames to, Random random) {
      int base = random.nextBoolean() ? 3 : 11;
      to.frame(Frames.FIN | (base + random.nextInt(5)), some(random, 100));
    }
  },
  UNMASKED(4400) {
    @Override
    void write(Frames to, Random random) {
      to.unmasked(Frames.FIN | 1, ascii("{\"type\":\"ping\"}"));
    }
  },
  NOT_UTF8(4400) {
    @Override
    void write(Frames to, Random random) {
      to.frame(Frames.FIN | 1, notUtf8(random));
    }
  },
  NOT_UTF8_IN_PARTS(4400) {
    @Override
    void write(Frames to, Random random) {
      to.frame(1, ascii("{\"type\":\"")).frame(0, notUtf8(random)).frame(Frames.FIN, ascii("\"}"));
    }
  },
  HALF_A_CHARACTER(4400) {
    @Override
    void write(Frames to, Random random) {
      to.frame(Frames.FIN | 1, new byte[] {'"', (byte) 0xe7, (byte) 0xa0});
    }
  },
  LARGE(4413) {
    @Override
    void write(Frames to, Random random) {
      to.frame(Frames.FIN | 1, letters(16_385 + random.nextInt(200_000)));
    }
  },
  LARGE_IN_PARTS(4413) {
    @Override
    void write(Frames to, Random random) {
      to.frame(1, letters(8_000));
      for (int i = random.nextInt(30); i >= 0; i--) {
        to.frame(0, letters(4_000));
      }
      to.frame(Frames.FIN, letters(8_000));
    }
  },
  /** More than is read before it could be looked at. */
  HUGE(4413) {
    @Override
    void write(Frames to, Random random) {
      to.header(Frames.FIN | 1, 262_145 + random.nextInt(1 << 30));
    }
  },
  IMPOSSIBLE_LENGTH(4400) {
    @Override
    void write(Frames to, Random random) {
      to.header(Frames.FIN | 1, random.nextLong() | Long.MIN_VALUE);
    }
  },
  WRONG_CLOSE(4400) {
    @Override
    void write(Frames to, Random random) {
      int[] codes = {0, 999, 1004, 1005, 1006, 1015, 1016, 2999};
      int code = codes[random.nextInt(codes.length)];
      to.frame(Frames.FIN | 8, new byte[] {(byte) (code >> 8), (byte) code});
    }
  },
  HALF_A_CLOSE(4400) {
    @Override
    void write(Frames to, Random random) {
      to.frame(Frames.FIN | 8, some(random, 1));
    }
  };

  private final int code;

  Malformed(int code) {
    this.code = code;
  }

  abstract void write(Frames to, Random random);

  /** The bytes that a client sends. */
  public byte[] bytes(Random random) {
    Frames frames = new Frames(random);
    write(frames, random);
    return frames.bytes();
  }

  /** With which close code the connection ends. */
  public int code() {
    return code;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] letters(int count) {
    return ascii("x".repeat(count));
  }

  private static byte[] some(Random random, int most) {
    byte[] bytes = new byte[1 + random.nextInt(most)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] notUtf8(Random random) {
    byte[][] wrong = {
      {(byte) 0x80},
      {(byte) 0xc0, (byte) 0xaf},
      {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
      {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
      {(byte) 0xff},
      {(byte) 0xe7, 'x', (byte) 0x96}
    };
    return wrong[random.nextInt(wrong.length)];
  }
}
