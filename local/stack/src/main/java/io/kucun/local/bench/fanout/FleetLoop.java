package io.kucun.local.bench.fanout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The thread that reads for all clients of a fleet. */
final class FleetLoop implements Runnable {
  private static final int WAIT_MILLIS = 50;
  private static final int AT_ONCE = 100;
  private static final int BUFFER = 1 << 20;
  private static final long GOODBYE_NANOS = 10_000_000_000L;

  /** Each has all the ports of the system, and the server's limits by address. */
  private static final int ADDRESSES = 64;

  private final Target target;
  private final int receiveBuffer;
  private final Selector selector;
  private final Reading reading;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Deque<Client> clients = new ArrayDeque<>();
  private int unconnected;
  private int connecting;
  private int number;
  private int closing;
  private long endBy = Long.MAX_VALUE;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger left = new AtomicInteger();
  private volatile @Nullable String failure;

  FleetLoop(Target target, Tally tally, int receiveBuffer) {
    this.target = target;
    this.receiveBuffer = receiveBuffer;
    this.reading = new Reading(tally, ByteBuffer.allocateDirect(BUFFER));
    try {
      this.selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has something done by the loop, in order; returns at once. */
  void run(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  void connect(int more) {
    unconnected += more;
  }

  void leave(int oldest) {
    for (int i = 0; i < oldest && !clients.isEmpty(); i++) {
      Client client = clients.removeFirst();
      if (client.state() == Client.State.OPEN) {
        say(client);
      }
    }
  }

  void stall() {
    selector.keys().forEach(key -> key.interestOps(0));
  }

  void count(Tally tally) {
    reading.count(tally);
  }

  /** Ends when all that were told goodbye have answered, or after a while. */
  void end() {
    endBy = System.nanoTime() + GOODBYE_NANOS;
    selector.keys().forEach(key -> key.interestOps(SelectionKey.OP_READ));
  }

  int open() {
    return open.get();
  }

  int heard() {
    return reading.heard();
  }

  long faults() {
    return reading.faults();
  }

  int left() {
    return left.get();
  }

  @Nullable String failure() {
    return failure;
  }

  @Override
  public void run() {
    try (selector) {
      while (endBy == Long.MAX_VALUE || (closing > 0 && System.nanoTime() < endBy)) {
        selector.select(this::ready, WAIT_MILLIS);
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
        for (; unconnected > 0 && connecting < AT_ONCE; unconnected--) {
          start();
        }
        reading.show();
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    } catch (IOException | RuntimeException e) {
      failure = String.valueOf(e.getMessage());
    }
  }

  private void start() throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    if (receiveBuffer > 0) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
    }
    channel.bind(new InetSocketAddress(loopback(2 + number % ADDRESSES), 0));
    Client client = new Client(channel, target.handshake(number++));
    channel.connect(new InetSocketAddress(loopback(1), target.port()));
    channel.register(selector, SelectionKey.OP_CONNECT, client);
    clients.addLast(client);
    connecting++;
  }

  private static InetAddress loopback(int last) throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
  }

  private void ready(SelectionKey key) {
    Client client = (Client) key.attachment();
    try {
      if (client.state() == Client.State.CONNECTING) {
        client.channel().finishConnect();
        key.interestOps(SelectionKey.OP_READ);
        client.upgrade();
      } else {
        Client.State before = client.state();
        boolean there = reading.read(client);
        if (before == Client.State.UPGRADING && client.state() == Client.State.OPEN) {
          connecting--;
          open.incrementAndGet();
        }
        if (!there) {
          gone(client, "it closed a socket");
        }
      }
    } catch (IOException e) {
      gone(client, String.valueOf(e.getMessage()));
    }
  }

  private void say(Client client) {
    open.decrementAndGet();
    closing++;
    client.enter(Client.State.CLOSING);
    try {
      client.send(ClientFrames.close());
    } catch (IOException e) {
      gone(client, String.valueOf(e.getMessage()));
    }
  }

  private void gone(Client client, String reason) {
    Client.State before = client.state();
    client.enter(Client.State.GONE);
    try {
      client.channel().close();
    } catch (IOException e) {
      failure = e.getMessage();
    }
    switch (before) {
      case CLOSING -> closing--;
      case OPEN -> {
        open.decrementAndGet();
        left.incrementAndGet();
        clients.remove(client);
      }
      case CONNECTING, UPGRADING -> failure = reason;
      case GONE -> {}
    }
  }

  @Override
  public String toString() {
    return connecting + " are connecting, " + left + " were left";
  }
}
