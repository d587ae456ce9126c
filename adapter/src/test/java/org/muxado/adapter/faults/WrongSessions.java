package org.muxado.adapter.faults;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.muxado.adapter.faults.planting.ForwardingSession;
import org.muxado.adapter.faults.planting.GhostStream;
import org.muxado.adapter.faults.planting.Stages;
import org.muxado.tck.spi.FailureKind;
import org.muxado.tck.spi.OpenOptions;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.Termination;

/** Sessions with one call that does something else. */
final class WrongSessions {

  private WrongSessions() {}

  static PeerSession acceptHangs(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<PeerStream> accept() {
        return Stages.hangingOnFailure(super.accept());
      }
    };
  }

  /** An accept that has to wait is never woken. */
  static PeerSession waitingAcceptHangs(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<PeerStream> accept() {
        CompletableFuture<PeerStream> accepted = super.accept().toCompletableFuture();
        return accepted.isDone() ? accepted : Stages.never();
      }
    };
  }

  static PeerSession openHangs(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<PeerStream> open(OpenOptions options) {
        return Stages.hangingOnFailure(super.open(options));
      }
    };
  }

  static PeerSession opensAlways(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<PeerStream> open(OpenOptions options) {
        return Stages.orElse(super.open(options), GhostStream::new);
      }
    };
  }

  /** The last two ids count as used up. */
  static PeerSession withoutLastId(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<PeerStream> open(OpenOptions options) {
        return super.open(options).thenCompose(this::unlessLast);
      }

      private CompletionStage<PeerStream> unlessLast(PeerStream stream) {
        PeerFailure usedUp = new PeerFailure(FailureKind.IDS_EXHAUSTED, -1, null, "used up");
        return stream.id() >= Integer.MAX_VALUE - 1
            ? CompletableFuture.failedFuture(usedUp)
            : CompletableFuture.completedFuture(stream);
      }
    };
  }

  static PeerSession exhaustionCloses(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<PeerStream> open(OpenOptions options) {
        CompletionStage<PeerStream> opened = super.open(options);
        return opened.whenComplete((stream, failed) -> closeIf(failed != null));
      }

      private void closeIf(boolean failed) {
        if (failed) {
          session.closeSession();
        }
      }
    };
  }

  /** Priorities are taken the other way round. */
  static PeerSession smallerIsMoreUrgent(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<PeerStream> open(OpenOptions options) {
        int turned = Integer.MAX_VALUE - options.priority();
        return super.open(new OpenOptions(turned, options.type(), options.fin()));
      }
    };
  }

  static PeerSession endHangs(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<Termination> terminated() {
        return Stages.never();
      }

      @Override
      protected PeerStream wrap(PeerStream stream, boolean own) {
        return WrongStreams.readHangs(stream);
      }
    };
  }

  /** The application is told that the session ended, but not why. */
  static PeerSession endsWithoutCause(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<Termination> terminated() {
        return super.terminated()
            .thenApply(end -> new Termination(end.cause(), !end.byPeer(), 0, ""));
      }
    };
  }

  static PeerSession acceptsAlways(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<PeerStream> accept() {
        return Stages.orElse(super.accept(), GhostStream::new);
      }
    };
  }

  static PeerSession goAwayWithoutCode(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<Void> goAway(int code, byte[] debug) {
        return super.goAway(0, new byte[0]);
      }
    };
  }

  static PeerSession goAwayCloses(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<Void> goAway(int code, byte[] debug) {
        return super.goAway(code, debug).thenCompose(done -> closeSession());
      }
    };
  }

  static PeerSession drainsAtOnce(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<Void> drain() {
        return closeSession();
      }
    };
  }

  static PeerSession killCloses(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<Void> kill() {
        return closeSession();
      }
    };
  }

  static PeerSession closeKills(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<Void> closeSession() {
        return super.closeSession().thenCompose(done -> kill());
      }
    };
  }

  static PeerSession finEndsReading(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<PeerStream> open(OpenOptions options) {
        return session
            .open(options)
            .thenApply(stream -> WrongStreams.finEndsReading(stream, options.fin()));
      }

      @Override
      protected PeerStream wrap(PeerStream stream, boolean own) {
        return WrongStreams.finEndsReading(stream, false);
      }
    };
  }

  static PeerSession withoutPriorities(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<PeerStream> open(OpenOptions options) {
        return super.open(new OpenOptions(0, options.type(), options.fin()));
      }

      @Override
      protected PeerStream wrap(PeerStream stream, boolean own) {
        return WrongStreams.priorityFixed(stream);
      }
    };
  }

  static PeerSession withFixedPriorities(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      protected PeerStream wrap(PeerStream stream, boolean own) {
        return WrongStreams.priorityFixed(stream);
      }
    };
  }

  static PeerSession acceptsNewestFirst(PeerSession session) {
    return new AcceptsInOtherOrder(session, Comparator.comparing(stream -> -stream.id()));
  }

  static PeerSession acceptsByPriority(PeerSession session) {
    return new AcceptsInOtherOrder(session, Comparator.comparing(stream -> -stream.priority()));
  }

  /** Takes every stream that waits, and gives the first in another order. */
  private static final class AcceptsInOtherOrder extends ForwardingSession {

    private final PriorityQueue<PeerStream> waiting;

    AcceptsInOtherOrder(PeerSession session, Comparator<PeerStream> order) {
      super(session);
      waiting = new PriorityQueue<>(order);
    }

    @Override
    public CompletionStage<PeerStream> accept() {
      CompletableFuture<PeerStream> next = super.accept().toCompletableFuture();
      while (next.isDone() && !next.isCompletedExceptionally()) {
        waiting.add(next.join());
        next = super.accept().toCompletableFuture();
      }
      return waiting.isEmpty() ? next : CompletableFuture.completedFuture(waiting.remove());
    }
  }
}
