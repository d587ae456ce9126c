package org.muxado.tck.broken;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.FrameCodec;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.spi.OpenOptions;
import org.muxado.tck.spi.Outcome;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.ReadResult;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Termination;
import org.muxado.tck.spi.Wire;
import org.muxado.vectors.wire.Frame;

/** Implementations that are so wrong that no case may pass; they claim every capability. */
public enum BrokenImplementation implements Implementation {
  /** Answers no call and writes nothing. */
  SILENT {
    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      return new BrokenSession();
    }
  },
  /** Says that its session ended well, and ends the wire at once. */
  CLOSES_AT_ONCE {
    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      closeOutput(wire);
      return new BrokenSession() {
        @Override
        public CompletionStage<Termination> terminated() {
          return CompletableFuture.completedFuture(
              new Termination(Termination.Cause.CLOSED, true, 0, ""));
        }
      };
    }
  },
  /** Cannot be started. */
  THROWS_AT_START {
    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      throw new IllegalStateException("no start today");
    }
  },
  /** Throws at every call. */
  THROWS_LATER {
    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      return new BrokenSession() {
        @Override
        protected <T> CompletionStage<T> answer() {
          throw new IllegalStateException("no call today");
        }
      };
    }
  },
  /** Fails every stage with an exception that is no answer. */
  FAILS_STAGES {
    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      return new BrokenSession() {
        @Override
        protected <T> CompletionStage<T> answer() {
          return CompletableFuture.failedFuture(new IllegalStateException("no answer today"));
        }
      };
    }
  },
  /** Completes every stage with null. */
  ANSWERS_NULL {
    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      return new BrokenSession() {
        @Override
        protected <T> CompletionStage<T> answer() {
          return CompletableFuture.completedFuture(null);
        }
      };
    }
  },
  /** Blocks in every call but the start. */
  BLOCKS {
    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      return new BrokenSession() {
        @Override
        protected <T> CompletionStage<T> answer() {
          awaitForever();
          return super.answer();
        }

        @Override
        public CompletionStage<Termination> terminated() {
          return new CompletableFuture<>();
        }

        @Override
        public CompletionStage<PeerStream> open(OpenOptions options) {
          return answer();
        }
      };
    }
  },
  /** Hands over each stream, and answers each read with no octet and no end. */
  READS_NOTHING {
    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      return new BrokenSession() {
        @Override
        public CompletionStage<PeerStream> accept() {
          return CompletableFuture.completedFuture(new EmptyStream(role == Role.CLIENT ? 2 : 3));
        }
      };
    }
  },
  /** Writes the same frame for ever, and answers nothing. */
  FLOODS {
    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      Thread thread = new Thread(() -> flood(wire), "flood");
      thread.setDaemon(true);
      thread.start();
      return new BrokenSession();
    }
  },
  /** Writes what is no frame, then nothing. */
  WRITES_GARBAGE {
    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      try {
        wire.out().write(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, 0});
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new BrokenSession();
    }
  };

  /** Shorter than any watchdog, and long enough to leave the machine to the kit. */
  private static final long FLOOD_PAUSE_NANOS = 1_000_000;

  private static void closeOutput(Wire wire) {
    try {
      wire.out().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends when the kit disposes of the wire. */
  private static void flood(Wire wire) {
    byte[] frame = new Frame.WndInc(1, 1).toWire().encode();
    try {
      while (true) {
        wire.out().write(frame);
        LockSupport.parkNanos(FLOOD_PAUSE_NANOS);
      }
    } catch (IOException disposed) {
      return;
    }
  }

  /** A stream that takes everything and gives nothing. */
  private record EmptyStream(int id) implements PeerStream {
    @Override
    public int type() {
      return 0;
    }

    @Override
    public int priority() {
      return 0;
    }

    @Override
    public CompletionStage<Void> write(byte[] octets, boolean fin) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<ReadResult> read(int max) {
      return CompletableFuture.completedFuture(new ReadResult.Octets(new byte[0]));
    }

    @Override
    public CompletionStage<Void> shutdownInput() {
      return close();
    }

    @Override
    public CompletionStage<Void> reset(int code) {
      return close();
    }

    @Override
    public CompletionStage<Void> setPriority(int priority) {
      return close();
    }

    @Override
    public CompletionStage<Outcome> outcome() {
      return new CompletableFuture<>();
    }

    @Override
    public CompletionStage<Void> close() {
      return CompletableFuture.completedFuture(null);
    }
  }

  private static void awaitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public ImplementationInfo info() {
    return new ImplementationInfo(name(), "0", "Java", "");
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public Optional<FrameCodec> codec() {
    return Optional.empty();
  }
}
