/**
 * The protocol of one session without I/O: no threads, sockets, locks or clock. Octets and calls go
 * in, octets and events come out.
 */
@NullMarked
package org.muxado.engine;

import org.jspecify.annotations.NullMarked;
