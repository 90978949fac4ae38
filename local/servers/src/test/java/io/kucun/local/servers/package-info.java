/** Tests that start the real servers. */
@NullMarked
package io.kucun.local.servers;

import org.jspecify.annotations.NullMarked;
