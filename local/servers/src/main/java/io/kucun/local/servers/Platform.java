package io.kucun.local.servers;

import java.util.Locale;

/** The operating system and processor, in the words of the packaged executables. */
enum Platform {
  LINUX_AMD64("postgres-linux-x86_64.txz", "redis-server-6.2.6-v5-linux-amd64"),
  LINUX_ARM64("postgres-linux-arm_64.txz", "redis-server-6.2.7-linux-arm64"),
  MAC_AMD64("postgres-darwin-x86_64.txz", "redis-server-6.2.6-v5-darwin-amd64"),
  MAC_ARM64("postgres-darwin-arm_64.txz", "redis-server-6.2.6-v5-darwin-arm64");

  /** Needs no shared library, so it runs where the one for the platform lacks OpenSSL 3. */
  static final String STATIC_LINUX_REDIS = "redis-server-6.2.7-linux-386";

  private final String postgres;
  private final String redis;

  Platform(String postgres, String redis) {
    this.postgres = postgres;
    this.redis = redis;
  }

  /** The archive of PostgreSQL on the class path. */
  String postgresArchive() {
    return postgres;
  }

  /** The Redis executable on the class path. */
  String redisExecutable() {
    return redis;
  }

  boolean isLinux() {
    return this == LINUX_AMD64 || this == LINUX_ARM64;
  }

  static Platform current() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static Platform of(String system, String processor) {
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    String name = system.toLowerCase(Locale.ROOT);
    if (name.equals("linux")) {
      return arm ? LINUX_ARM64 : LINUX_AMD64;
    }
    if (name.startsWith("mac")) {
      return arm ? MAC_ARM64 : MAC_AMD64;
    }
    throw new ServerException("no PostgreSQL and Redis for " + system + " on " + processor);
  }
}
