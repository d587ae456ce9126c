/**
 * Plugs in an implementation that runs as a program of its own, in any language: the control
 * protocol (tck/CONTROL-PROTOCOL.md) on its standard input and output, a TCP connection as the
 * wire.
 */
@NullMarked
package org.muxado.tck.external;

import org.jspecify.annotations.NullMarked;
