/**
 * Threads and how they wait: virtual threads where this Java has them, a signal to wait for, and
 * the wait for a channel, {@link org.muxado.thread.ChannelWait}. For the library alone: the module
 * exports this package to none but its own.
 */
@NullMarked
package org.muxado.thread;

import org.jspecify.annotations.NullMarked;
