package org.muxado.session;

import org.jspecify.annotations.Nullable;
import org.muxado.engine.Outcome;

/**
 * Why a call failed: what every {@link MuxadoException} tells. Immutable.
 *
 * @param outcome what happened to the stream, the session or the call
 * @param streamId the stream, or 0 where there is none
 * @param byPeer whether the peer caused it
 * @param debug the debug text of the peer's GOAWAY, if that was the cause; else empty
 * @param bytesTransferred how many octets the call had written
 * @param cause what the transport threw, if that was the cause
 */
record Failure(
    Outcome outcome,
    int streamId,
    boolean byPeer,
    String debug,
    int bytesTransferred,
    @Nullable Throwable cause) {}
