package org.muxado.tck.toy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muxado.tck.spi.FailureKind;
import org.muxado.tck.spi.RetryVerdict;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;

/** What the toy does with each frame; called under the session's lock. */
final class ToyInput {

  private static final int HEARTBEAT = 0xFFFFFEFF;

  private final ToySession session;
  private final Set<Integer> answeredOnce = new HashSet<>();
  private int heartbeatStream;

  ToyInput(ToySession session) {
    this.session = session;
  }

  void receive(Frame frame) {
    if (frame instanceof Frame.Syn syn) {
      syn(syn);
    } else if (frame instanceof Frame.GoAway goAway) {
      goAway(goAway);
    } else if (isIdle(frame.stream())) {
      session.sessionError(
          ErrorCodes.PROTOCOL_ERROR, frame.type() + " on idle stream " + frame.stream());
    } else if (frame instanceof Frame.Data data) {
      data(data);
    } else {
      ToyStream stream = session.streams.get(frame.stream());
      if (stream != null && !stream.isClosed() && !stream.leftOut) {
        onLive(stream, frame);
      }
    }
  }

  private boolean isIdle(int id) {
    return id == 1 || id > (session.isOwn(id) ? session.lastOwnIdTaken() : session.lastPeerId);
  }

  private void syn(Frame.Syn syn) {
    int id = syn.stream();
    if (session.isOwn(id) || id == 1 || id <= session.lastPeerId) {
      session.sessionError(ErrorCodes.PROTOCOL_ERROR, "SYN with id " + id);
      return;
    }
    session.lastPeerId = id;
    ToyStream stream = new ToyStream(session, id, syn.streamType(), syn.priority(), false);
    stream.finReceived = syn.fin();
    session.streams.put(id, stream);
    if (id > session.lastSaid) {
      stream.sendReset(ErrorCodes.REFUSED_STREAM);
    } else if (syn.streamType() == HEARTBEAT) {
      heartbeat(stream);
    } else if (Integer.compareUnsigned(syn.streamType(), HEARTBEAT) > 0) {
      stream.sendReset(ErrorCodes.STREAM_CLOSED);
    } else if (session.backlogSize() >= session.options.backlog()) {
      stream.sendReset(ErrorCodes.REFUSED_STREAM);
    } else {
      session.offer(stream);
    }
  }

  private void heartbeat(ToyStream stream) {
    if (heartbeatStream != 0) {
      stream.sendReset(ErrorCodes.REFUSED_STREAM);
    } else {
      heartbeatStream = stream.id;
      stream.priority = Integer.MAX_VALUE;
      session.handedToExtension(stream.id);
    }
  }

  private void data(Frame.Data data) {
    ToyStream stream = session.streams.get(data.stream());
    int count = data.payload().length;
    if (stream == null || stream.isClosed() || stream.leftOut) {
      boolean silent = stream != null && (stream.resetSent || stream.leftOut);
      if (count > 0 && !silent && answeredOnce.add(data.stream())) {
        session.control(new Frame.Rst(data.stream(), ErrorCodes.STREAM_CLOSED));
      }
    } else if (stream.finReceived) {
      if (count > 0) {
        stream.sendReset(ErrorCodes.STREAM_CLOSED);
      }
    } else if (count > stream.receiveWindow) {
      stream.sendReset(ErrorCodes.FLOW_CONTROL_ERROR);
    } else {
      take(stream, data);
    }
  }

  private void take(ToyStream stream, Frame.Data data) {
    int count = data.payload().length;
    stream.receiveWindow -= count;
    stream.answered = true;
    if (stream.closedByApplication && count > 0 && stream.finSent) {
      stream.sendReset(ErrorCodes.CANCEL);
      return;
    }
    stream.cancelBehindFin |= stream.closedByApplication && count > 0;
    stream.finReceived = data.fin();
    if (stream.id == heartbeatStream) {
      stream.write(data.payload(), false);
      stream.consume(count);
    } else if (stream.inputShut) {
      stream.consume(count);
    } else {
      stream.input = ToyStream.append(stream.input, data.payload());
    }
    stream.checkDone();
    session.notifyAll();
  }

  private void onLive(ToyStream stream, Frame frame) {
    if (frame instanceof Frame.Rst rst) {
      boolean refused = rst.code() == ErrorCodes.REFUSED_STREAM && !stream.answered;
      session.withdraw(stream);
      stream.fail(
          FailureKind.RESET_BY_PEER,
          rst.code(),
          refused ? RetryVerdict.NOT_PROCESSED : RetryVerdict.UNKNOWN);
    } else if (frame instanceof Frame.WndInc wndInc) {
      windowGrows(stream, wndInc.increment());
    } else if (frame instanceof Frame.Pri pri) {
      stream.priority = pri.priority();
    }
  }

  private void windowGrows(ToyStream stream, int increment) {
    stream.answered = true;
    if (increment == 0) {
      stream.sendReset(ErrorCodes.PROTOCOL_ERROR);
    } else if (!stream.finSent && stream.sendWindow + increment > Integer.MAX_VALUE) {
      stream.sendReset(ErrorCodes.FLOW_CONTROL_ERROR);
    } else if (!stream.finSent) {
      stream.sendWindow += increment;
      session.notifyAll();
    }
  }

  private void goAway(Frame.GoAway goAway) {
    if (goAway.last() > session.lastHeard) {
      session.sessionError(ErrorCodes.PROTOCOL_ERROR, "GOAWAY rises to " + goAway.last());
      return;
    }
    session.lastHeard = goAway.last();
    session.goAwayHeard = true;
    for (ToyStream stream : List.copyOf(session.streams.values())) {
      if (stream.own && (stream.id > goAway.last() || !stream.synTaken) && !stream.isClosed()) {
        session.dropSyn(stream);
        stream.leftOut = true;
        stream.fail(
            FailureKind.GONE_AWAY,
            goAway.code(),
            stream.answered ? RetryVerdict.UNKNOWN : RetryVerdict.NOT_PROCESSED);
      }
    }
  }
}
