/**
 * Proofs that stock cannot be wrong: crowds of clients against the running service, an audit of
 * what they leave behind, and a model that is compared after each step. Each checker is shown to
 * catch a planted fault; each random run prints its seed and takes one from {@code -Dkucun.seed}.
 */
package io.kucun.inventory.proof;
