package org.muxado.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import org.muxado.adapter.faults.planting.ForwardingStream;
import org.muxado.frame.ErrorCode;
import org.muxado.net.StreamSocket;
import org.muxado.session.MuxadoException;
import org.muxado.tck.spi.FailureKind;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.ReadResult;

/** A stream of the library behind a socket. Thread-safe; reads are in order, and so are writes. */
final class SocketStream extends ForwardingStream {

  private final StreamSocket socket;
  private final InputStream input;
  private final OutputStream output;
  private final SocketCalls reads;
  private final SocketCalls writes;

  SocketStream(BundledStream stream, BlockingCalls calls) throws IOException {
    super(stream);
    socket = StreamSocket.over(stream.stream());
    input = socket.getInputStream();
    output = socket.getOutputStream();
    reads = new SocketCalls(calls);
    writes = new SocketCalls(calls);
  }

  @Override
  public CompletionStage<Void> write(byte[] octets, boolean fin) {
    return writes.call(
        () -> {
          if (octets.length > 0 || !fin) {
            output.write(octets);
          }
          if (fin) {
            socket.shutdownOutput();
          }
          return null;
        });
  }

  @Override
  public CompletionStage<ReadResult> read(int max) {
    return reads.call(
        () -> {
          byte[] octets = new byte[max];
          try {
            int count = input.read(octets);
            return count < 0
                ? new ReadResult.EndOfStream()
                : new ReadResult.Octets(Arrays.copyOf(octets, count));
          } catch (SocketException e) {
            return new ReadResult.Failed((PeerFailure) failure(e));
          }
        });
  }

  /** What the kit is told: the library's own failure, or else that the socket is closed. */
  static Throwable failure(Exception thrown) {
    if (thrown.getCause() instanceof MuxadoException cause) {
      return Translation.failure(cause);
    }
    return thrown instanceof SocketException
        ? new PeerFailure(FailureKind.CLOSED_HERE, -1, null, thrown.getMessage())
        : Translation.failure(thrown);
  }

  @Override
  public CompletionStage<Void> shutdownInput() {
    return Stages.ofVoid(socket::shutdownInput);
  }

  /** Sockets know one way to reset; the other codes are the stream's. */
  @Override
  public CompletionStage<Void> reset(int code) {
    if (code != ErrorCode.CANCEL || socket.isClosed()) {
      return super.reset(code);
    }
    return Stages.ofVoid(
        () -> {
          socket.setSoLinger(true, 0);
          socket.close();
        });
  }

  @Override
  public CompletionStage<Void> close() {
    return Stages.ofVoid(socket::close);
  }
}
