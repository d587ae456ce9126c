package org.muxado.session;

import java.io.IOException;

/**
 * An extension of the protocol: what is done with the streams of its type (section 14.1); given in
 * {@link SessionSettingsBuilder#extension}. Both sides register it: an endpoint that has not
 * answers its streams with RST STREAM_CLOSED (EXT-3).
 *
 * <p>Its streams take no place in the backlog and are never accepted by the application. Like any
 * other they count among those that may live at once, and hold up a drain while they live. One
 * extension may serve many sessions and streams at a time, so it must be thread-safe.
 */
public interface Extension {

  /** The stream type, an unsigned number in an int, from 0xFFFFFF00 up; always the same. */
  int type();

  /**
   * A session with this extension has started; to open streams with {@link
   * Session#openAsync(OpenOptions)} and this type, if it wants any. Called by the thread that
   * starts the session, before that has the session; must not wait. What it throws, the thread
   * gets, and the session is killed.
   */
  default void started(Session session) {}

  /**
   * Serves a stream of this type that the peer opened. Called on a thread of its own for each
   * stream, so it may wait. When it returns, the stream is closed; when it throws, the stream is
   * reset: with CANCEL after an {@link IOException}, with INTERNAL_ERROR after anything else, which
   * is logged.
   *
   * @throws IOException if the stream fails
   */
  void serve(Stream stream) throws IOException;
}
