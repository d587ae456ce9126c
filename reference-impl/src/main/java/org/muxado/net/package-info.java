/**
 * Streams and sessions as {@code java.net} sees them, for libraries that know sockets only: {@link
 * org.muxado.net.StreamSocket} is a stream, {@link org.muxado.net.StreamServerSocket} the streams
 * that the peer of a session opens, and {@link org.muxado.net.StreamSocketFactory} and {@link
 * org.muxado.net.StreamServerSocketFactory} make them.
 *
 * <p>What fails, fails with a {@link java.net.SocketException} whose cause is the {@link
 * org.muxado.session.MuxadoException}; what takes too long, with a {@link
 * java.net.SocketTimeoutException}. Unlike the JDK's own sockets, these survive an interrupt: it
 * ends the one call that waits, also on a virtual thread.
 */
@NullMarked
package org.muxado.net;

import org.jspecify.annotations.NullMarked;
