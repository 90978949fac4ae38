package io.kucun.local.planted.issuer;

import io.kucun.local.planted.cli.Command;

/**
 * Imports what this package must not.
 *
 * @param command the import
 */
public record KnowsCommand(Command command) {}
