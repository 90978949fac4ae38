package io.kucun.local.bench;

/**
 * What one contestant did in one round.
 *
 * @param service microseconds of its process per request
 * @param redis microseconds of Redis per request
 * @param perSecond requests
 */
record Sample(double service, double redis, double perSecond) {
  double both() {
    return service + redis;
  }
}
