package org.muxado.tck.broken;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Termination;
import org.muxado.tck.spi.Wire;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.WireFrame;
import org.muxado.vectors.wire.WireReader;

/** Answers each frame as a test says, and ends its output when the kit does. */
public final class ScriptedImplementation implements Implementation {

  private final Script script;

  /** Makes one. */
  public ScriptedImplementation(Script script) {
    this.script = script;
  }

  /** What to do with a frame. */
  public interface Script {
    /** Gives the frames that answer one. */
    Iterable<Frame> answer(Frame frame);
  }

  @Override
  public ImplementationInfo info() {
    return new ImplementationInfo("scripted", "1", "Java", "");
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public PeerSession start(Role role, Wire wire, PeerOptions options) {
    CompletableFuture<Termination> ended = new CompletableFuture<>();
    Thread thread = new Thread(() -> play(wire, ended), "scripted");
    thread.setDaemon(true);
    thread.start();
    return new BrokenSession() {
      @Override
      public CompletionStage<Termination> terminated() {
        return ended;
      }
    };
  }

  private void play(Wire wire, CompletableFuture<Termination> ended) {
    WireReader reader = new WireReader();
    byte[] into = new byte[4096];
    try {
      for (int count = wire.in().read(into); count >= 0; count = wire.in().read(into)) {
        for (WireFrame frame : reader.feed(into, 0, count)) {
          answer(frame, wire);
        }
      }
      wire.out().close();
      ended.complete(new Termination(Termination.Cause.CLOSED, true, 0, ""));
    } catch (IOException e) {
      ended.complete(new Termination(Termination.Cause.TRANSPORT, true, -1, ""));
    }
  }

  private void answer(WireFrame received, Wire wire) {
    Frame.of(received)
        .ifPresent(
            frame -> {
              for (Frame answer : script.answer(frame)) {
                write(answer, wire);
              }
            });
  }

  private static void write(Frame frame, Wire wire) {
    try {
      wire.out().write(frame.toWire().encode());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
