package io.kucun.local.history;

/** What a register shows. */
record Value(Register register, long number) {}
