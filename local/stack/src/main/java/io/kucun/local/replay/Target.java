package io.kucun.local.replay;

/** The running system: where its parts are. */
public record Target(
    String apiUrl,
    String gatewayUrl,
    String issuer,
    String redisUrl,
    String redisNamespace,
    String databaseUrl,
    String databaseUser,
    String databasePassword) {}
