package io.kucun.local.bench;

import io.kucun.local.stack.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A closed loop on kept-alive connections: each has one request on its way, and sends the next when
 * the answer is there. One thread.
 */
final class HttpLoad implements AutoCloseable {
  private static final int BUFFER = 256 * 1024;
  private static final long PATIENCE_MILLIS = 10_000;

  private final String who;
  private final Target target;
  private final Selector selector;
  private final List<SocketChannel> channels = new ArrayList<>();
  private final List<AnswerReader> readers = new ArrayList<>();
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);

  /** Connects, and sends nothing yet. */
  HttpLoad(String who, Target target, int connections) throws IOException {
    this.who = who;
    this.target = target;
    this.selector = Selector.open();
    for (int i = 0; i < connections; i++) {
      SocketChannel channel =
          SocketChannel.open(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), target.port()));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      AnswerReader reader = new AnswerReader(who, target.expected());
      channel.register(selector, SelectionKey.OP_READ, reader);
      readers.add(reader);
      channels.add(channel);
    }
  }

  /** Goes on for that long; gives the number of answers. Nothing is on its way afterwards. */
  long run(Duration time) throws IOException {
    long deadline = System.nanoTime() + time.toNanos();
    for (SocketChannel channel : channels) {
      send(channel);
    }
    long answers = 0;
    int waiting = channels.size();
    while (waiting > 0) {
      if (selector.select(PATIENCE_MILLIS) == 0) {
        throw new StackException(who + " did not answer within " + PATIENCE_MILLIS + " ms");
      }
      boolean on = System.nanoTime() < deadline;
      for (SelectionKey key : selector.selectedKeys()) {
        if (receive(key)) {
          answers++;
          if (on) {
            send((SocketChannel) key.channel());
          } else {
            waiting--;
          }
        }
      }
      selector.selectedKeys().clear();
    }
    return answers;
  }

  private void send(SocketChannel channel) throws IOException {
    ByteBuffer request = ByteBuffer.wrap(target.request().get());
    while (request.hasRemaining()) {
      channel.write(request);
    }
  }

  /**
   * Refuses a load of which more than a thousandth was answered without the mark. Some may be: a
   * service that the machine holds up for longer than its patience with Redis asks the database.
   */
  void requireMarked(long answers) {
    long unmarked = readers.stream().mapToLong(AnswerReader::unmarked).sum();
    if (unmarked * 1_000 > answers) {
      String last =
          readers.stream()
              .map(AnswerReader::lastUnmarked)
              .filter(head -> !head.isEmpty())
              .findFirst()
              .orElse("");
      throw new UnexpectedAnswer(
          who + " answered " + unmarked + " of " + answers + " otherwise, such as " + last);
    }
  }

  /** Whether an answer is complete. */
  private boolean receive(SelectionKey key) throws IOException {
    in.clear();
    if (((SocketChannel) key.channel()).read(in) < 0) {
      throw new StackException(who + " closed a connection");
    }
    in.flip();
    return ((AnswerReader) key.attachment()).read(in);
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
    selector.close();
  }
}
