package io.kucun.inventory.events;

/**
 * A time in which this process has the lease without a break.
 *
 * @param holder this process
 * @param term of the lease; a take-over begins the next one
 * @param since which of this process's holds it is: each begins with a comparison
 */
record Hold(String holder, long term, long since) {}
