package org.muxado.adapter.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.muxado.session.Stream;

/** Payloads on their way, both ways, on many streams at once. For one thread. */
final class Transfers implements AutoCloseable {

  /** A part of a transfer that this side does. */
  private interface Part {
    void run() throws Exception;
  }

  private final GoPair pair;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<CompletableFuture<?>> parts = new ArrayList<>();

  Transfers(GoPair pair) {
    this.pair = pair;
  }

  /** Sends a payload each way on one stream, and checks them. */
  static void bothWays(GoPair pair, Stream stream, int octets) throws Exception {
    try (Transfers transfers = new Transfers(pair)) {
      transfers.send(stream, octets);
      transfers.receive(stream, octets, Payload.CHUNK_BYTES);
      transfers.await();
    }
  }

  /** Begins to send a payload from each end of a stream. */
  void send(Stream stream, int octets) {
    add(() -> Payload.send(stream, octets));
    add(pair.go().call("send", stream.id(), octets));
  }

  /** Begins to receive a payload at each end of a stream, in pieces of at most this size. */
  void receive(Stream stream, int octets, int pieceBytes) {
    add(() -> Payload.receive(stream, octets, pieceBytes));
    add(pair.go().call("receive", stream.id(), octets, pieceBytes));
  }

  private void add(Part part) {
    add(
        CompletableFuture.runAsync(
            () -> {
              try {
                part.run();
              } catch (Exception e) {
                throw new CompletionException(e);
              }
            },
            threads));
  }

  /** The first part that fails ends the session, so that no other one waits for ever. */
  private void add(CompletableFuture<?> part) {
    parts.add(
        part.whenComplete(
            (result, failure) -> {
              if (failure != null) {
                pair.ours().kill();
              }
            }));
  }

  /** How many parts are still on their way. */
  long unfinished() {
    return parts.stream().filter(part -> !part.isDone()).count();
  }

  /** Waits for everything that was begun. */
  void await() throws Exception {
    CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)).get();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
