package io.kucun.local.bench.fanout;

/**
 * What one server did in one round.
 *
 * @param cpu microseconds of its process for each message to each client
 * @param p50 milliseconds from before PUBLISH until a client has read, as the two that follow
 * @param lost messages that did not come, or not in their place
 * @param client microseconds of the bench itself for each of them
 * @param late the most that a message was published late, in milliseconds
 * @param resident memory of its process, in MB
 */
record Figures(
    double cpu,
    double p50,
    double p99,
    double most,
    long lost,
    double client,
    double late,
    double resident) {}
