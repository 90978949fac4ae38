package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The footprint")
class FootprintTest {

  /** What earlier tests have left may go meanwhile: that is little beside so many. */
  private static final int PIECES = 40;

  private static final int PIECE = 1_000_000;

  @Test
  @DisplayName("grows by what is kept, in the heap or outside of it, and by little else")
  void grows() {
    long empty = Footprint.bytes();
    List<byte[]> kept = new ArrayList<>();
    for (int i = 0; i < PIECES; i++) {
      kept.add(new byte[PIECE]);
    }
    long heap = Footprint.bytes() - empty;
    assertThat(heap / PIECES).isBetween(PIECE * 7 / 10L, PIECE * 13 / 10L);
    List<ByteBuf> buffers = new ArrayList<>();
    for (byte[] piece : kept) {
      buffers.add(PooledByteBufAllocator.DEFAULT.directBuffer(piece.length));
    }
    long both = Footprint.bytes() - empty;
    assertThat(both / PIECES).isBetween(PIECE * 16 / 10L, PIECE * 25 / 10L);
    buffers.forEach(ByteBuf::release);
    kept.clear();
    assertThat((Footprint.bytes() - empty) / PIECES).isLessThan(PIECE * 3 / 10L);
  }
}
