/**
 * What carries the octets of a session: {@link org.muxado.transport.TcpTransport}, {@link
 * org.muxado.transport.InMemoryTransport} for tests, {@link org.muxado.transport.StreamTransport}
 * over any pair of blocking streams. One's own is a {@link org.muxado.transport.BlockingTransport}
 * or a {@link org.muxado.transport.PolledTransport}; both are a {@link
 * org.muxado.transport.Transport}.
 */
@NullMarked
package org.muxado.transport;

import org.jspecify.annotations.NullMarked;
