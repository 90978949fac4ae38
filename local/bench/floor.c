/*
 * The least that fan-out can cost: a message from Redis is framed once and written to each socket with one write(2). No checks, no
 * rights, no limits, no pings; a socket that does not take a whole frame at once is closed. Linux.
 * Usage: floor PORT REDIS_PORT CHANNEL
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST_SOCKETS 65536
#define BUFFER (1 << 20)
#define LONGEST_HEADER 4

static const char UPGRADED[] = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";

static int sockets[MOST_SOCKETS];    /* those that are upgraded, without gaps */
static int place[MOST_SOCKETS];      /* of a descriptor in that list, or -1 */
static int count;
static uint8_t received[BUFFER];     /* from Redis, not yet used */
static size_t filled;
static uint8_t frame[BUFFER + LONGEST_HEADER];

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int tcp(int port, int to_redis) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  int on = 1, fd = socket(AF_INET, SOCK_STREAM, 0);
  inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
  if (to_redis) {
    if (connect(fd, (struct sockaddr *)&address, sizeof address)) fail("Redis");
  } else {
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(fd, (struct sockaddr *)&address, sizeof address) || listen(fd, 1024)) fail("listen");
  }
  return fd;
}

static void watch(int epoll, int fd) {
  struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
  if (epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event)) fail("epoll_ctl");
}

static void leave(int fd) {
  if (place[fd] >= 0) {
    int last = sockets[--count];
    sockets[place[fd]] = last;
    place[last] = place[fd];
    place[fd] = -1;
  }
  close(fd);
}

/* The first thing that a client sends is taken for its whole handshake, the rest is thrown away, except for a close frame. */
static void hear(int fd) {
  uint8_t bytes[16384];
  ssize_t n = read(fd, bytes, sizeof bytes);
  if (n <= 0 || (place[fd] >= 0 && bytes[0] == 0x88)) {
    leave(fd);
  } else if (place[fd] < 0) {
    place[fd] = count;
    sockets[count++] = fd;
    if (write(fd, UPGRADED, sizeof UPGRADED - 1) < 0) leave(fd);
  }
}

static void deliver(const uint8_t *payload, size_t length) {
  size_t header = length < 126 ? 2 : 4;
  frame[0] = 0x81;
  frame[1] = length < 126 ? length : 126;
  if (header == 4) {
    frame[2] = length >> 8;
    frame[3] = length;
  }
  memcpy(frame + header, payload, length);
  for (int i = count - 1; i >= 0; i--) {
    if (write(sockets[i], frame, header + length) != (ssize_t)(header + length)) leave(sockets[i]);
  }
}

/* Reads "<kind><number>\r\n" at *at; -1 if it is not there yet. */
static long number(size_t *at) {
  uint8_t *end = memchr(received + *at, '\n', filled - *at);
  long value;
  if (!end) return -1;
  value = strtol((char *)received + *at + 1, NULL, 10);
  *at = end - received + 1;
  return value;
}

/* Takes one message, an array of three: "message", its channel, its text. 0 if it is not whole yet. */
static size_t take(size_t from) {
  size_t at = from, start = 0;
  long length = 0;
  if (number(&at) < 0) return 0;
  for (int part = 0; part < 3; part++) {
    if (at >= filled || (length = number(&at)) < 0) return 0;
    start = at;
    at += length + 2;
    if (at > filled) return 0;
  }
  deliver(received + start, length);
  return at;
}

static void hear_redis(int fd) {
  size_t used = 0, next;
  ssize_t n = read(fd, received + filled, sizeof received - filled);
  if (n <= 0) fail("Redis");
  filled += n;
  while (used < filled && (next = take(used)) > 0) used = next;
  memmove(received, received + used, filled - used);
  filled -= used;
}

int main(int argc, char **argv) {
  struct epoll_event events[256];
  char command[256], confirmed[512];
  int epoll = epoll_create1(0), listener, redis, on = 1;
  if (argc != 4) return 2;
  signal(SIGPIPE, SIG_IGN);
  memset(place, -1, sizeof place);
  listener = tcp(atoi(argv[1]), 0);
  redis = tcp(atoi(argv[2]), 1);
  snprintf(command, sizeof command, "SUBSCRIBE %s\r\n", argv[3]);
  if (write(redis, command, strlen(command)) < 0 || read(redis, confirmed, sizeof confirmed) <= 0) fail("Redis");
  watch(epoll, listener);
  watch(epoll, redis);
  for (;;) {
    int n = epoll_wait(epoll, events, 256, -1);
    for (int i = 0; i < n; i++) {
      int fd = events[i].data.fd;
      if (fd == listener) {
        int client = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
        if (client >= MOST_SOCKETS) close(client);
        else if (client >= 0) {
          setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
          watch(epoll, client);
        }
      } else if (fd == redis) {
        hear_redis(redis);
      } else {
        hear(fd);
      }
    }
    if (n < 0 && errno != EINTR) fail("epoll_wait");
  }
}
